def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: ((5).to_bytes(), (500).to_bytes(2), (500).to_bytes(2, "little")))
tell(lambda: ((-1).to_bytes(2, signed=True), (-128).to_bytes(1, "big", signed=True)))
tell(lambda: (500).to_bytes())
tell(lambda: (-1).to_bytes(2))
tell(lambda: (128).to_bytes(1, signed=True))
tell(lambda: (1).to_bytes(-1))
tell(lambda: (1).to_bytes(1, "x"))
tell(lambda: ((0).to_bytes(0), (1).to_bytes(4, byteorder="little")))
# expect: (b'\x05', b'\x01\xf4', b'\xf4\x01')
# expect: (b'\xff\xff', b'\x80')
# expect: OverflowError: int too big to convert
# expect: OverflowError: can't convert negative int to unsigned
# expect: OverflowError: int too big to convert
# expect: ValueError: length argument must be non-negative
# expect: ValueError: byteorder must be either 'little' or 'big'
# expect: (b'', b'\x01\x00\x00\x00')
