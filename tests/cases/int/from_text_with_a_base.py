def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: int("5", 1))
tell(lambda: int("5", 37))
tell(lambda: int(5, 10))
tell(lambda: int(base=3))
tell(lambda: int("12", base=3))
tell(lambda: int("5", "8"))
tell(lambda: int(x="5"))
tell(lambda: int(1, 2, 3))
# expect: ValueError: int() base must be >= 2 and <= 36, or 0
# expect: ValueError: int() base must be >= 2 and <= 36, or 0
# expect: TypeError: int() can't convert non-string with explicit base
# expect: TypeError: int() missing string argument
# expect: 5
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'x' is an invalid keyword argument for int()
# expect: TypeError: int() takes at most 2 arguments (3 given)
