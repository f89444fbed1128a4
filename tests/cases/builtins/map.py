print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(None.__class__, [])))
m = map(abs, [-1, -2])
print(type(m).__name__, next(m), list(m), list(m))
for f in (lambda: map(), lambda: map(int), lambda: map(int, 5), lambda: map(int, [], a=1), lambda: list(map(5, [1]))):
    try:
        f()
    except TypeError as e:
        print(e)
def bad(x):
    raise StopIteration
print(list(map(bad, [1, 2])))
# expect: ['1', '2'] [11, 22] []
# expect: map 1 [2] []
# expect: map() must have at least two arguments.
# expect: map() must have at least two arguments.
# expect: 'int' object is not iterable
# expect: map() takes no keyword arguments
# expect: 'int' object is not callable
# expect: []
