l = [3, 1, 2]
print(sorted(l), l, sorted('bca'), sorted({3: 1, 1: 2}), sorted(l, reverse=True), sorted(['B', 'a'], key=str.lower), sorted([], key=5))
for f in (lambda: sorted(), lambda: sorted(5), lambda: sorted([1, 'a']), lambda: sorted([1], foo=1), lambda: sorted([1], [2]), lambda: sorted([1, 2], key=5), lambda: sorted([2, 1], reverse='a')):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: [1, 2, 3] [3, 1, 2] ['a', 'b', 'c'] [1, 3] [3, 2, 1] ['a', 'B'] []
# expect: sorted expected 1 argument, got 0
# expect: 'int' object is not iterable
# expect: '<' not supported between instances of 'str' and 'int'
# expect: 'foo' is an invalid keyword argument for sort()
# expect: sorted expected 1 argument, got 2
# expect: 'int' object is not callable
# expect: 'str' object cannot be interpreted as an integer
