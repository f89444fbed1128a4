def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
class Bad:
    def __str__(self): return 5
    __repr__ = __str__
tell(lambda: (str(), str(5), str(object=5), str(b"a"), str(b"\xc3\xa9", "utf8"), str(b"\xff", errors="replace")))
tell(lambda: str("a", "utf8"))
tell(lambda: str(5, "utf8"))
tell(lambda: str(1, 2, 3, 4))
tell(lambda: str(foo=1))
tell(lambda: str(Bad()))
tell(lambda: repr(Bad()))
tell(lambda: str(b"a", 5))
# expect: ('', '5', '5', "b'a'", 'é', '�')
# expect: TypeError: decoding str is not supported
# expect: TypeError: decoding to str: need a bytes-like object, int found
# expect: TypeError: str() takes at most 3 arguments (4 given)
# expect: TypeError: 'foo' is an invalid keyword argument for str()
# expect: TypeError: __str__ returned non-string (type int)
# expect: TypeError: __repr__ returned non-string (type int)
# expect: TypeError: str() argument 'encoding' must be str, not int
