print(sum([1, 2, 3]), sum([]), sum([1.5, 2]), sum([[1], [2]], []), sum(range(101)), sum([2 ** 62, 2 ** 62, 1]), sum([True, 2]), sum([1], start=10), sum([0.1] * 10))
print(sum([1, 2.5, 3, 1j]), sum([10 ** 20, 0.5]), sum([-0.0]), sum([(1,), (2,)], ()))
for f in (lambda: sum(), lambda: sum(5), lambda: sum(['a']), lambda: sum(['a'], ''), lambda: sum([b'a'], b''), lambda: sum([1], 2, 3), lambda: sum([[1]])):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: 6 0 3.5 [1, 2] 5050 9223372036854775809 3 11 0.9999999999999999
# expect: (6.5+1j) 1e+20 0.0 (1, 2)
# expect: sum() takes at least 1 positional argument (0 given)
# expect: 'int' object is not iterable
# expect: unsupported operand type(s) for +: 'int' and 'str'
# expect: sum() can't sum strings [use ''.join(seq) instead]
# expect: sum() can't sum bytes [use b''.join(seq) instead]
# expect: sum() takes at most 2 arguments (3 given)
# expect: unsupported operand type(s) for +: 'int' and 'list'
