print(pow(2, 10), pow(2, -1), pow(3, 4, 5), pow(2, -1, 7), pow(2.0, 3), pow(base=2, exp=5, mod=7), pow(-2, 0.5) != 0)
for f in (lambda: pow(2), lambda: pow(2, 'a'), lambda: pow(2, 3, 0), lambda: pow(2, -1, 4), lambda: pow(2.0, 1, 3), lambda: pow(0, -1)):
    try:
        f()
    except (TypeError, ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
# expect: 1024 0.5 1 4 8.0 4 True
# expect: TypeError pow() missing required argument 'exp' (pos 2)
# expect: TypeError unsupported operand type(s) for ** or pow(): 'int' and 'str'
# expect: ValueError pow() 3rd argument cannot be 0
# expect: ValueError base is not invertible for the given modulus
# expect: TypeError pow() 3rd argument not allowed unless all arguments are integers
# expect: ZeroDivisionError 0.0 cannot be raised to a negative power
