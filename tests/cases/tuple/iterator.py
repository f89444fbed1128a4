it = iter((1, 2, 3))
print(type(it).__name__, next(it), it.__length_hint__(), it.__reduce__()[1:])
it.__setstate__(2)
print(list(it), it.__length_hint__(), it.__reduce__()[1:])
r = reversed((1, 2))
print(type(r).__name__, list(r))
# expect: tuple_iterator 1 2 (((1, 2, 3),), 1)
# expect: [3] 0 (((),),)
# expect: reversed [2, 1]
