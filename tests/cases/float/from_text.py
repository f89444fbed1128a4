def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: (float("1.5"), float(" -1e3\n"), float("1_0.5_0"), float("inf"), float("-Infinity"), float("nan")))
tell(lambda: (float(".5"), float("5."), float("1e400"), float("1e-400"), float("\u0661.\u0665"), float(b"2.5")))
tell(lambda: float(""))
tell(lambda: float("."))
tell(lambda: float("1e"))
tell(lambda: float("1__0"))
tell(lambda: float("0x1p3"))
tell(lambda: float("1 2"))
tell(lambda: float("abc"))
tell(lambda: float(b"x"))
tell(lambda: float([]))
tell(lambda: float(1, 2))
tell(lambda: float(x=1))
# expect: (1.5, -1000.0, 10.5, inf, -inf, nan)
# expect: (0.5, 5.0, inf, 0.0, 1.5, 2.5)
# expect: ValueError: could not convert string to float: ''
# expect: ValueError: could not convert string to float: '.'
# expect: ValueError: could not convert string to float: '1e'
# expect: ValueError: could not convert string to float: '1__0'
# expect: ValueError: could not convert string to float: '0x1p3'
# expect: ValueError: could not convert string to float: '1 2'
# expect: ValueError: could not convert string to float: 'abc'
# expect: ValueError: could not convert string to float: b'x'
# expect: TypeError: float() argument must be a string or a real number, not 'list'
# expect: TypeError: float expected at most 1 argument, got 2
# expect: TypeError: float() takes no keyword arguments
