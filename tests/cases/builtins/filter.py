print(list(filter(None, [0, 1, '', 'a', [], [0]])), list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(bool, [0, 2])))
f = filter(str.isupper, 'aBcD')
print(type(f).__name__, next(f), list(f))
for f in (lambda: filter(), lambda: filter(None), lambda: filter(None, 5), lambda: filter(None, [], 1), lambda: filter(None, [], a=1), lambda: list(filter(5, [1]))):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: [1, 'a', [0]] [2, 3] [2]
# expect: filter B ['D']
# expect: filter expected 2 arguments, got 0
# expect: filter expected 2 arguments, got 1
# expect: 'int' object is not iterable
# expect: filter expected 2 arguments, got 3
# expect: filter() takes no keyword arguments
# expect: 'int' object is not callable
