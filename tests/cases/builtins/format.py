print(format(5), format(5, '03d'), format('a', '>3'), format(3.14159, '.2f'), format([1]), format(255, '#x'))
class F:
    def __format__(self, spec):
        return f'<{spec}>'
print(format(F()), format(F(), 'abc'), f'{F():x}')
class Bad:
    def __format__(self, spec):
        return 5
for f in (lambda: format(1, 2), lambda: format(1, 'zz'), lambda: format([1], 'x'), lambda: format(Bad()), lambda: format()):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: 5 005   a 3.14 [1] 0xff
# expect: <> <abc> <x>
# expect: TypeError format() argument 2 must be str, not int
# expect: ValueError Unknown format code 'z' for object of type 'int'
# expect: TypeError unsupported format string passed to list.__format__
# expect: TypeError __format__ must return a str, not int
# expect: TypeError format expected at least 1 argument, got 0
