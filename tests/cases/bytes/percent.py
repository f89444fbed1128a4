def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: (b"%d %s %b" % (5, b"x", bytearray(b"y")), b"%a %r" % ("\u00e9", b"z"), b"%c%c" % (65, b"b"), b"%5d|%-5d|%05.1f|%x" % (1, 2, 3.25, 255), b"%(k)s" % {b"k": b"v"}))
tell(lambda: b"%s" % "x")
tell(lambda: b"%c" % 256)
tell(lambda: b"%c" % "a")
tell(lambda: b"%d" % "x")
tell(lambda: b"%d" % (1, 2))
tell(lambda: b"%f" % "x")
tell(lambda: bytearray(b"%d") % 5)
# expect: (b'5 x y', b"'\\xe9' b'z'", b'Ab', b'    1|2    |003.2|ff', b'v')
# expect: TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
# expect: OverflowError: %c arg not in range(256)
# expect: TypeError: %c requires an integer in range(256) or a single byte
# expect: TypeError: %d format: a real number is required, not str
# expect: TypeError: not all arguments converted during bytes formatting
# expect: TypeError: float argument required, not str
# expect: bytearray(b'5')
