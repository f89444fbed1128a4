class K:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        seen.append(len(l))
        return self.n < other.n
seen = []
l = [K(2), K(1)]
l.sort()
print(seen, len(l))
# expect: [0] 2
