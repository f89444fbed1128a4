print(max(1, 3, 2), min('b', 'a'), max([1, 5, 3]), min({3: 1, 2: 2}), max('hello'), min([2.5, 1]))
print(max([], default='none'), min((), default=None), max('aa', 'b', key=len), min(['aa', 'b', 'c'], key=len), max([1, True]), min([1.0, 1]))
for f in (lambda: max(), lambda: max(1), lambda: max([]), lambda: min(1, 2, default=3), lambda: max([1, 'a']), lambda: max([1], foo=2), lambda: min(1, 2, key=5)):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: 3 a 5 2 o 1
# expect: none None aa b 1 1.0
# expect: TypeError max expected at least 1 argument, got 0
# expect: TypeError 'int' object is not iterable
# expect: ValueError max() arg is an empty sequence
# expect: TypeError Cannot specify a default for min() with multiple positional arguments
# expect: TypeError '>' not supported between instances of 'str' and 'int'
# expect: TypeError 'foo' is an invalid keyword argument for max()
# expect: TypeError 'int' object is not callable
