def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: (b"abcabc".find(b"c"), b"abc".find(98), b"abcabc".rfind(b"c"), b"abc".find(b"z"), b"aaa".count(b"a"), b"aaa".count(97), b"abc".index(99)))
tell(lambda: (b"abc".startswith(b"a"), b"abc".startswith((b"x", b"a")), b"abc".endswith(b"c", 0, 2)))
tell(lambda: b"abc".find("a"))
tell(lambda: b"abc".find(256))
tell(lambda: b"abc".index(b"z"))
tell(lambda: b"abc".startswith("a"))
tell(lambda: b"abc".startswith(("a",)))
# expect: (2, 1, 5, -1, 3, 3, 2)
# expect: (True, True, False)
# expect: TypeError: argument should be integer or bytes-like object, not 'str'
# expect: ValueError: byte must be in range(0, 256)
# expect: ValueError: subsection not found
# expect: TypeError: startswith first arg must be bytes or a tuple of bytes, not str
# expect: TypeError: a bytes-like object is required, not 'str'
