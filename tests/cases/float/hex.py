def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
class Sub(float):
    pass
tell(lambda: ((1.5).hex(), (0.1).hex(), (-0.0).hex(), (5e-324).hex(), float("inf").hex()))
tell(lambda: (float.fromhex("0x1.8p1"), float.fromhex("-inf"), float.fromhex(" 0xA "), float.fromhex("1.8")))
tell(lambda: (float.fromhex("0x1p-1074"), float.fromhex("0x1p-1075"), float.fromhex("0x1.fffffffffffff8p0")))
tell(lambda: float.fromhex("0x1p2000"))
tell(lambda: float.fromhex("0x"))
tell(lambda: float.fromhex(5))
tell(lambda: type(Sub.fromhex("0x1p0")).__name__)
# expect: ('0x1.8000000000000p+0', '0x1.999999999999ap-4', '-0x0.0p+0', '0x0.0000000000001p-1022', 'inf')
# expect: (3.0, -inf, 10.0, 1.5)
# expect: (5e-324, 0.0, 2.0)
# expect: OverflowError: hexadecimal value too large to represent as a float
# expect: ValueError: invalid hexadecimal floating-point string
# expect: TypeError: bad argument type for built-in operation
# expect: Sub
