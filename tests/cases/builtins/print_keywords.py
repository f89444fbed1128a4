import io
print(1, 'a', None, [1], sep='-', end='!\n')
print()
print('x', end='')
print('y', sep=None, end=None)
print(*[1, 2, 3], sep='')
out = io.StringIO()
print('to', 'file', file=out, flush=True)
print(repr(out.getvalue()))
for kwargs in ({'sep': 1}, {'end': 2}, {'foo': 3}):
    try:
        print('never', **kwargs)
    except TypeError as e:
        print(e)
# expect: 1-a-None-[1]!
# expect:
# expect: xy
# expect: 123
# expect: 'to file\n'
# expect: sep must be None or a string, not int
# expect: end must be None or a string, not int
# expect: 'foo' is an invalid keyword argument for print()
