class H(set):
    def __hash__(self):
        return 1
s = H()
s.add(s)
print(s)
print({()}, {frozenset()}, frozenset({'a'}))
# expect: H({H(...)})
# expect: {()} {frozenset()} frozenset({'a'})
