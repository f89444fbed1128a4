class P(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)
p = P(1, 2)
print(p, type(p).__name__, type(p + ()).__name__, type(p[:]).__name__, type(p * 1).__name__, tuple(p) is p, p == (1, 2), hash(p) == hash((1, 2)))
# expect: (1, 2) P tuple tuple tuple False True True
