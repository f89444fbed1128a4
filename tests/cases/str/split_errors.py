def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: "a".split(""))
tell(lambda: "a".split(1))
tell(lambda: "a".split(b","))
tell(lambda: "a".split(",", "x"))
tell(lambda: "a".split(",", 1, 2))
tell(lambda: "a".split(foo=1))
tell(lambda: "a".partition(""))
tell(lambda: "a".partition(1))
# expect: ValueError: empty separator
# expect: TypeError: must be str or None, not int
# expect: TypeError: must be str or None, not bytes
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: split() takes at most 2 arguments (3 given)
# expect: TypeError: 'foo' is an invalid keyword argument for split()
# expect: ValueError: empty separator
# expect: TypeError: must be str, not int
