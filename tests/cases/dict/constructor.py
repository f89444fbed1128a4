print(dict(), dict(a=1), dict({'x': 1}, y=2), dict([('k', 'v'), ['p', 'q']]), dict(['ab', 'cd'], a='z'))
for args in ((1,), ([1],), ([(1,)],), (['a'],), ([(1, 2, 3)],), (1, 2)):
    try:
        dict(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
class Map:
    def keys(self):
        return ['k1', 'k2']
    def __getitem__(self, key):
        return key.upper()
print(dict(Map()), {**Map()})
# expect: {} {'a': 1} {'x': 1, 'y': 2} {'k': 'v', 'p': 'q'} {'a': 'z', 'c': 'd'}
# expect: TypeError 'int' object is not iterable
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: ValueError dictionary update sequence element #0 has length 1; 2 is required
# expect: ValueError dictionary update sequence element #0 has length 1; 2 is required
# expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: TypeError dict expected at most 1 argument, got 2
# expect: {'k1': 'K1', 'k2': 'K2'} {'k1': 'K1', 'k2': 'K2'}
