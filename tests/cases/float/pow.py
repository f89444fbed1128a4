def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: (2.0 ** 0.5, 2 ** 0.5, (-8.0) ** 2, 4 ** -0.5))
tell(lambda: ((-8) ** (1/3), (-1) ** 0.5))
tell(lambda: (float("inf") ** 0, float("nan") ** 0, 1 ** float("nan"), (-1.0) ** float("inf"), 0.5 ** float("inf")))
tell(lambda: (float("-inf") ** 3, float("-inf") ** -3, (-0.0) ** 3, 0.0 ** 2))
tell(lambda: 0.0 ** -1)
tell(lambda: 10.0 ** 400)
tell(lambda: (pow(2.0, 3.0), 2.0 ** -1074))
# expect: (1.4142135623730951, 1.4142135623730951, 64.0, 0.5)
# expect: ((1.0000000000000002+1.7320508075688772j), (6.123233995736766e-17+1j))
# expect: (1.0, 1.0, 1.0, 1.0, 0.0)
# expect: (-inf, -0.0, -0.0, 0.0)
# expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
# expect: OverflowError: (34, 'Numerical result out of range')
# expect: (8.0, 5e-324)
