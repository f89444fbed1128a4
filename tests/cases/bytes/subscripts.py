def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
b = b"abc"
tell(lambda: (b"abc"[0], b"abc"[-1], b"abc"[1:], b"abc"[::-1], b"abc"[::2], list(b"ab"), len(b"abc")))
tell(lambda: b"abc"[5])
tell(lambda: bs["a"])
tell(lambda: b[1.5])
tell(lambda: (97 in b"abc", b"bc" in b"abc", b"" in b""))
tell(lambda: "a" in b"abc")
tell(lambda: 256 in b"abc")
# expect: (97, 99, b'bc', b'cba', b'ac', [97, 98], 3)
# expect: IndexError: index out of range
# expect: NameError: name 'bs' is not defined
# expect: TypeError: byte indices must be integers or slices, not float
# expect: (True, True, True)
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: ValueError: byte must be in range(0, 256)
