def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
class HasInt:
    def __init__(self, v): self.v = v
    def __int__(self): return self.v
class HasIndex:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
tell(lambda: (int(3.9), int(-3.9), int(True), int(1e20)))
tell(lambda: int(float("inf")))
tell(lambda: int(float("nan")))
tell(lambda: int([]))
tell(lambda: int(None))
tell(lambda: (int(HasInt(5)), int(HasIndex(6))))
tell(lambda: int(HasInt("x")))
tell(lambda: float(10**400))
tell(lambda: int(1j))
# expect: (3, -3, 1, 100000000000000000000)
# expect: OverflowError: cannot convert float infinity to integer
# expect: ValueError: cannot convert float NaN to integer
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# expect: (5, 6)
# expect: TypeError: __int__ returned non-int (type str)
# expect: OverflowError: int too large to convert to float
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'
