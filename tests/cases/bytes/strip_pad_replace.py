def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: (b" a ".strip(), b"xax".strip(b"x"), b"abc".removeprefix(b"a"), b"abc".replace(b"b", b"zz"), b"ab".replace(b"", b"-")))
tell(lambda: (b"a".center(5), b"a".center(5, b"*"), b"a".ljust(3, b"."), b"-5".zfill(4), b"a\tb".expandtabs(4)))
tell(lambda: (b"abc".translate(bytes.maketrans(b"a", b"z")), b"abc".translate(None, b"b"), b"abc".translate(None, delete=b"ac")))
tell(lambda: b"a".strip("a"))
tell(lambda: b"a".center(5, "*"))
tell(lambda: b"a".center(5, b"**"))
tell(lambda: b"a".translate(b"x"))
tell(lambda: bytes.maketrans(b"a", b"xy"))
# expect: (b'a', b'a', b'bc', b'azzc', b'-a-b-')
# expect: (b'  a  ', b'**a**', b'a..', b'-005', b'a   b')
# expect: (b'zbc', b'ac', b'b')
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: center() argument 2 must be a byte string of length 1, not str
# expect: TypeError: center() argument 2 must be a byte string of length 1, not bytes
# expect: ValueError: translation table must be 256 characters long
# expect: ValueError: maketrans arguments must have same length
