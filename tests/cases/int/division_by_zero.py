def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: 1 // 0)
tell(lambda: 1 % 0)
tell(lambda: divmod(1, 0))
tell(lambda: 1 / 0)
tell(lambda: 10**30 // 0)
tell(lambda: 0 ** -1)
tell(lambda: 10**400 / 3)
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: ZeroDivisionError: integer modulo by zero
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: ZeroDivisionError: division by zero
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
# expect: OverflowError: integer division result too large for a float
