def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: round(float("inf")))
tell(lambda: round(float("nan")))
tell(lambda: round(1.7e308, -308))
tell(lambda: round(1.5, "x"))
tell(lambda: (round(1.5, 10**30), round(1.5, -10**30)))
# expect: OverflowError: cannot convert float infinity to integer
# expect: ValueError: cannot convert float NaN to integer
# expect: OverflowError: rounded value too large to represent
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: (1.5, 0.0)
