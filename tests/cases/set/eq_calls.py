class K:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return 1
    def __eq__(self, other):
        log.append((self.n, other.n))
        return self.n == other.n
log = []
s = {K(1), K(2)}
print(log, len(s))
log.clear()
print(K(2) in s, log)
# expect: [(1, 2)] 2
# expect: True [(1, 2), (2, 2)]
