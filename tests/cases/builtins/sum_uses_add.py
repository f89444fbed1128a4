class N:
    def __init__(self, n):
        self.n = n
    def __add__(self, other):
        return N(self.n + getattr(other, 'n', other))
    def __radd__(self, other):
        return N(self.n + other)
print(sum([N(1), N(2)]).n, sum([1, 2, N(3), 4]).n)
# expect: 3 10
