print(list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate(iterable='x', start=2)), list(enumerate('ab', 2 ** 70)), list(enumerate([], 1)))
e = enumerate('ab')
print(type(e).__name__, next(e), e.__reduce__()[1][1], iter(e) is e, enumerate[int])
it = enumerate('ab', 2 ** 63 - 2)
print(list(it))
for f in (lambda: enumerate(), lambda: enumerate(5), lambda: enumerate([], 'a'), lambda: enumerate([], 1, 2), lambda: enumerate([], foo=1), lambda: enumerate([], 1.5)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: [(0, 'a'), (1, 'b')] [(5, 'a'), (6, 'b')] [(2, 'x')] [(1180591620717411303424, 'a'), (1180591620717411303425, 'b')] []
# expect: enumerate (0, 'a') 1 True enumerate[int]
# expect: [(9223372036854775806, 'a'), (9223372036854775807, 'b')]
# expect: enumerate() missing required argument 'iterable'
# expect: 'int' object is not iterable
# expect: 'str' object cannot be interpreted as an integer
# expect: enumerate() takes at most 2 arguments (3 given)
# expect: 'foo' is an invalid keyword argument for enumerate()
# expect: 'float' object cannot be interpreted as an integer
