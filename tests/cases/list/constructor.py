print(list(), list('abc'), list(range(3)), list({1: 2}))
for args, kwargs in (((1,), {}), ((1, 2), {}), ((), {'a': 1})):
    try:
        list(*args, **kwargs)
    except TypeError as e:
        print(e)
l = [1, 2]
l.__init__('xy')
print(l)
l.__init__()
print(l)
# expect: [] ['a', 'b', 'c'] [0, 1, 2] [1]
# expect: 'int' object is not iterable
# expect: list expected at most 1 argument, got 2
# expect: list() takes no keyword arguments
# expect: ['x', 'y']
# expect: []
