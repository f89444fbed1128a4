def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: (" a ".strip(), "xxaxx".strip("x"), "xyaxy".strip("yx"), "\u3000a\x1f".strip(), "xa".lstrip("x"), "ax".rstrip("x"), "aaa".strip("a")))
tell(lambda: ("abc".removeprefix("a"), "abc".removeprefix("b"), "abc".removesuffix("bc"), "abc".removesuffix(""), "abc".removesuffix("abcd")))
tell(lambda: "a".strip(1))
tell(lambda: "a".lstrip(b"a"))
tell(lambda: "a".strip("a", "b"))
tell(lambda: "a".removeprefix(1))
# expect: ('a', 'a', 'a', 'a', 'a', 'a', '')
# expect: ('bc', 'abc', 'a', 'abc', 'abc')
# expect: TypeError: strip arg must be None or str
# expect: TypeError: lstrip arg must be None or str
# expect: TypeError: strip expected at most 1 argument, got 2
# expect: TypeError: removeprefix() argument must be str, not int
