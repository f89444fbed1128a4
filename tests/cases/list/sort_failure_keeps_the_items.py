class Bad:
    def __lt__(self, other):
        raise ValueError('no order')
l = [3, 1, Bad(), 2]
try:
    l.sort()
except ValueError as e:
    print(e)
print(len(l), sorted(x for x in l if isinstance(x, int)))
def key(x):
    raise KeyError(x)
l = [2, 1]
try:
    l.sort(key=key)
except KeyError as e:
    print(repr(e), l)
# expect: no order
# expect: 4 [1, 2, 3]
# expect: KeyError(2) [2, 1]
