def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: (7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, divmod(-7.5, 2)))
tell(lambda: (5.0 % float("inf"), -5.0 % float("inf"), 5 // float("inf"), float("inf") % 5))
tell(lambda: (-0.0 % 1, 0.0 % -1))
tell(lambda: 1.0 / 0)
tell(lambda: 1.0 // 0)
tell(lambda: 1.0 % 0)
tell(lambda: divmod(1.0, 0))
tell(lambda: 1 / 0.0)
# expect: (3.0, -4.0, -0.5, 0.5, (-4.0, 0.5))
# expect: (5.0, inf, 0.0, nan)
# expect: (0.0, -0.0)
# expect: ZeroDivisionError: float division by zero
# expect: ZeroDivisionError: float floor division by zero
# expect: ZeroDivisionError: float modulo
# expect: ZeroDivisionError: float divmod()
# expect: ZeroDivisionError: float division by zero
