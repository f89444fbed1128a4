it = iter(range(5))
print(type(it).__name__, next(it), it.__length_hint__(), list(it), it.__length_hint__())
r = reversed(range(3))
print(type(r).__name__, list(r))
it.__setstate__(0)
print(range(3).__reduce__(), iter(range(3)).__reduce__())
# expect: range_iterator 0 4 [1, 2, 3, 4] 0
# expect: range_iterator [2, 1, 0]
# expect: (<class 'range'>, (0, 3, 1)) (<built-in function iter>, (range(0, 3),), 0)
