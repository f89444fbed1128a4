def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: ("abab".replace("a", "x"), "abab".replace("a", "x", 1), "abab".replace("a", ""), "abc".replace("", "-"), "abc".replace("", "-", 2)))
tell(lambda: ("".replace("", "x"), "aaa".replace("aa", "b"), "a\u20acb".replace("\u20ac", "e").isascii(), "abc".replace("b", "\u20ac")))
tell(lambda: "a".replace("a"))
tell(lambda: "a".replace(1, "b"))
tell(lambda: "a".replace("a", 1))
tell(lambda: "a".replace("a", "b", "c"))
# expect: ('xbxb', 'xbab', 'bb', '-a-b-c-', '-a-bc')
# expect: ('x', 'ba', True, 'a€c')
# expect: TypeError: replace expected at least 2 arguments, got 1
# expect: TypeError: replace() argument 1 must be str, not int
# expect: TypeError: replace() argument 2 must be str, not int
# expect: TypeError: 'str' object cannot be interpreted as an integer
