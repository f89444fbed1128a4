def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: (b" a b ".split(), b"a,b,c".split(b",", 1), b"a,b,c".rsplit(b",", 1), b"a\nb\r\nc".splitlines(), b"a-b".partition(b"-"), b"ab".rpartition(b"-")))
tell(lambda: (b",".join([b"a", bytearray(b"b"), memoryview(b"c")]), b"".join([]), b"-".join(x for x in (b"x", b"y"))))
tell(lambda: b"a".split(","))
tell(lambda: b"a".split(b""))
tell(lambda: b",".join(["a"]))
tell(lambda: b",".join(5))
# expect: ([b'a', b'b'], [b'a', b'b,c'], [b'a,b', b'c'], [b'a', b'b', b'c'], (b'a', b'-', b'b'), (b'', b'', b'ab'))
# expect: (b'a,b,c', b'', b'x-y')
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: ValueError: empty separator
# expect: TypeError: sequence item 0: expected a bytes-like object, str found
# expect: TypeError: can only join an iterable
