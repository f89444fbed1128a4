for f in (lambda: range(), lambda: range(1, 2, 3, 4), lambda: range('a'), lambda: range(1.0), lambda: range(1, 2, 0), lambda: range(a=1), lambda: range(3)[3], lambda: range(3)[-4], lambda: range(3)['a'], lambda: range(3).index(9), lambda: range(3).index('x')):
    try:
        print(f())
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
r = range(3)
try:
    r.start = 5
except AttributeError as e:
    print(e)
try:
    r[0] = 1
except TypeError as e:
    print(e)
# expect: TypeError range expected at least 1 argument, got 0
# expect: TypeError range expected at most 3 arguments, got 4
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: ValueError range() arg 3 must not be zero
# expect: TypeError range() takes no keyword arguments
# expect: IndexError range object index out of range
# expect: IndexError range object index out of range
# expect: TypeError range indices must be integers or slices, not str
# expect: ValueError 9 is not in range
# expect: ValueError sequence.index(x): x not in sequence
# expect: readonly attribute
# expect: 'range' object does not support item assignment
