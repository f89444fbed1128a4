def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: (bool(), bool(0), bool(""), bool([]), bool("0"), bool(0.0), bool(None), bool(...)))
tell(lambda: bool(1, 2))
tell(lambda: bool(x=1))
tell(lambda: type("B", (bool,), {}))
tell(lambda: int.__new__(bool, 5))
tell(lambda: bool.__new__(bool, 5))
# expect: (False, False, False, False, True, False, False, True)
# expect: TypeError: bool expected at most 1 argument, got 2
# expect: TypeError: bool() takes no keyword arguments
# expect: TypeError: type 'bool' is not an acceptable base type
# expect: TypeError: int.__new__(bool) is not safe, use bool.__new__()
# expect: True
