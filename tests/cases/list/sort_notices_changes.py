l = [3, 1, 2]
class K:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        l.append(1)
        return self.n < other.n
l[:] = [K(3), K(1), K(2)]
try:
    l.sort()
except ValueError as e:
    print(e)
print(len(l))
# expect: list modified during sort
# expect: 3
