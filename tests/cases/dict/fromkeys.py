print(dict.fromkeys('abc'), dict.fromkeys([1, 2], 0), dict.fromkeys({3: 'x'}))
class D(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k, v * 2)
print(D.fromkeys([1, 2], 5), type(D.fromkeys('')))
l = dict.fromkeys('ab', [])
l['a'].append(1)
print(l)
try:
    dict.fromkeys(5)
except TypeError as e:
    print(e)
# expect: {'a': None, 'b': None, 'c': None} {1: 0, 2: 0} {3: None}
# expect: {1: 10, 2: 10} <class '__main__.D'>
# expect: {'a': [1], 'b': [1]}
# expect: 'int' object is not iterable
