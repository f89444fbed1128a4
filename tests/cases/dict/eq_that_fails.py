class K:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        raise ValueError('no eq')
d = {K(): 1}
for f in (lambda: d[K()], lambda: K() in d, lambda: d.get(K()), lambda: d.pop(K())):
    try:
        f()
    except ValueError as e:
        print(e)
# expect: no eq
# expect: no eq
# expect: no eq
# expect: no eq
