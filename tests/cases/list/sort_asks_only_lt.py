class K:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        asked.append((self.n, other.n))
        return self.n < other.n
asked = []
l = [K(n) for n in (3, 1, 2, 5, 4)]
l.sort()
print([k.n for k in l])
print(asked)
# expect: [1, 2, 3, 4, 5]
# expect: [(1, 3), (2, 1), (2, 3), (2, 1), (5, 2), (5, 3), (4, 3), (4, 5)]
