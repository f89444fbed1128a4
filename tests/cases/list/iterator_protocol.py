it = iter([1, 2, 3])
print(type(it).__name__, iter(it) is it, it.__length_hint__())
print(next(it), it.__reduce__()[1:], it.__length_hint__())
it.__setstate__(0)
print(list(it), it.__length_hint__(), it.__reduce__()[1:])
try:
    next(it)
except StopIteration as e:
    print('stop', e.args)
# expect: list_iterator True 3
# expect: 1 (([1, 2, 3],), 1) 2
# expect: [1, 2, 3] 0 (([],),)
# expect: stop ()
