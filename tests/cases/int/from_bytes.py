def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
class Sub(int):
    pass
tell(lambda: (int.from_bytes(b"\x01\x02"), int.from_bytes(b"\x01\x02", "little")))
tell(lambda: (int.from_bytes(b"\xff\xff", signed=True), int.from_bytes(b"")))
tell(lambda: (int.from_bytes([1, 2]), int.from_bytes(bytearray(b"\x05"), "big")))
tell(lambda: int.from_bytes(5))
tell(lambda: int.from_bytes("x"))
tell(lambda: int.from_bytes(b"a", "x"))
tell(lambda: int.from_bytes(b"\xff" * 20, signed=False))
tell(lambda: type(Sub.from_bytes(b"a")).__name__)
# expect: (258, 513)
# expect: (-1, 0)
# expect: (258, 5)
# expect: TypeError: cannot convert 'int' object to bytes
# expect: TypeError: cannot convert 'str' object to bytes
# expect: ValueError: byteorder must be either 'little' or 'big'
# expect: 1461501637330902918203684832716283019655932542975
# expect: Sub
