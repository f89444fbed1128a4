print(abs(-3), abs(-2.5), abs(3 + 4j), abs(True), divmod(7, 2), divmod(-7, 2), divmod(7.5, 2))
class A:
    def __abs__(self):
        return 'absolute'
    def __divmod__(self, other):
        return 'dm'
    def __rdivmod__(self, other):
        return 'rdm'
print(abs(A()), divmod(A(), 1), divmod(1, A()))
for f in (lambda: abs('a'), lambda: divmod(1, 'a'), lambda: divmod(1), lambda: divmod(1, 0)):
    try:
        f()
    except (TypeError, ZeroDivisionError) as e:
        print(e)
# expect: 3 2.5 5.0 1 (3, 1) (-4, 1) (3.0, 1.5)
# expect: absolute dm rdm
# expect: bad operand type for abs(): 'str'
# expect: unsupported operand type(s) for divmod(): 'int' and 'str'
# expect: divmod expected 2 arguments, got 1
# expect: integer division or modulo by zero
