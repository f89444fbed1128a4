class Seq:
    def __len__(self):
        return 3
    def __getitem__(self, i):
        print('get', i)
        return i * 10
print(list(reversed(Seq())), list(reversed('abc')), list(reversed((1, 2))), list(reversed(range(3))), list(reversed({'a': 1, 'b': 2})))
class Own:
    def __reversed__(self):
        return 'own'
class Never:
    __reversed__ = None
print(reversed(Own()))
r = reversed('abc')
print(type(r).__name__, r.__length_hint__(), next(r), r.__length_hint__())
for f in (lambda: reversed(), lambda: reversed(5), lambda: reversed({1}), lambda: reversed(iter([])), lambda: reversed([], []), lambda: reversed(Never())):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: get 2
# expect: get 1
# expect: get 0
# expect: [20, 10, 0] ['c', 'b', 'a'] [2, 1] [2, 1, 0] ['b', 'a']
# expect: own
# expect: reversed 3 c 2
# expect: reversed expected 1 argument, got 0
# expect: 'int' object is not reversible
# expect: 'set' object is not reversible
# expect: 'list_iterator' object is not reversible
# expect: reversed expected 1 argument, got 2
# expect: 'Never' object is not reversible
