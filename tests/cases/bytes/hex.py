def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: (b"ab".hex(), b"abcde".hex("-"), b"abcde".hex("-", 2), b"abcde".hex("-", -2), b"abc".hex(b":"), bytes.fromhex("61 62"), bytearray.fromhex("7a")))
tell(lambda: b"a".hex("xx"))
tell(lambda: b"a".hex(5))
tell(lambda: b"a".hex("\u00e9"))
tell(lambda: bytes.fromhex("6"))
tell(lambda: bytes.fromhex("zz"))
tell(lambda: bytes.fromhex("6 1"))
tell(lambda: bytes.fromhex(b"61"))
# expect: ('6162', '61-62-63-64-65', '61-6263-6465', '6162-6364-65', '61:62:63', b'ab', bytearray(b'z'))
# expect: ValueError: sep must be length 1.
# expect: TypeError: object of type 'int' has no len()
# expect: ValueError: sep must be ASCII.
# expect: ValueError: non-hexadecimal number found in fromhex() arg at position 1
# expect: ValueError: non-hexadecimal number found in fromhex() arg at position 0
# expect: ValueError: non-hexadecimal number found in fromhex() arg at position 1
# expect: TypeError: fromhex() argument must be str, not bytes
