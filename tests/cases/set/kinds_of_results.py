class S(set):
    pass
class F(frozenset):
    pass
s, f = S([1]), F([1])
print([type(x).__name__ for x in (s | {2}, s.union([2]), s & {1}, s.copy(), f | {2}, {2} | f, f.copy(), f - {1}, f ^ {5}, frozenset({1}) | {2})])
print(s, f, S(), F(), repr(s))
# expect: ['set', 'set', 'set', 'set', 'frozenset', 'set', 'frozenset', 'frozenset', 'frozenset', 'frozenset']
# expect: S({1}) F({1}) S() F() S({1})
