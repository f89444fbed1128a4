def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: ((1.5).as_integer_ratio(), (0.1).as_integer_ratio(), (-0.0).as_integer_ratio(), (1e20).as_integer_ratio()))
tell(lambda: ((1.5).is_integer(), (2.0).is_integer(), float("inf").is_integer()))
tell(lambda: float("inf").as_integer_ratio())
tell(lambda: float("nan").as_integer_ratio())
# expect: ((3, 2), (3602879701896397, 36028797018963968), (0, 1), (100000000000000000000, 1))
# expect: (False, True, False)
# expect: OverflowError: cannot convert Infinity to integer ratio
# expect: ValueError: cannot convert NaN to integer ratio
