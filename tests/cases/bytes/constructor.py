def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
class Has:
    def __init__(self, v): self.v = v
    def __bytes__(self): return self.v
tell(lambda: (bytes(), bytes(3), bytes(b"a"), bytes([1, 2]), bytes("a", "utf8"), bytes("\u00e9", "ascii", "ignore"), bytes(x for x in [65])))
tell(lambda: (bytes(bytearray(b"x")), bytes(memoryview(b"y")), bytes(Has(b"z")), bytes(range(3)), bytes(source=b"q")))
tell(lambda: bytes(-1))
tell(lambda: bytes("a"))
tell(lambda: bytes(b"a", "utf8"))
tell(lambda: bytes([256]))
tell(lambda: bytes([-1]))
tell(lambda: bytes(["a"]))
tell(lambda: bytes(1.5))
tell(lambda: bytes(None))
tell(lambda: bytes(Has("z")))
tell(lambda: bytes(10**30))
tell(lambda: bytes(foo=1))
tell(lambda: bytes("\u00e9", "ascii"))
# expect: (b'', b'\x00\x00\x00', b'a', b'\x01\x02', b'a', b'', b'A')
# expect: (b'x', b'y', b'z', b'\x00\x01\x02', b'q')
# expect: ValueError: negative count
# expect: TypeError: string argument without an encoding
# expect: TypeError: encoding without a string argument
# expect: ValueError: bytes must be in range(0, 256)
# expect: ValueError: bytes must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: cannot convert 'float' object to bytes
# expect: TypeError: cannot convert 'NoneType' object to bytes
# expect: TypeError: __bytes__ returned non-bytes (type str)
# expect: OverflowError: cannot fit 'int' into an index-sized integer
# expect: TypeError: 'foo' is an invalid keyword argument for bytes()
# expect: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
