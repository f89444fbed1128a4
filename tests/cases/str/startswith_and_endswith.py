def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: ("abc".startswith("a"), "abc".startswith("b", 1), "abc".startswith(("x", "a")), "abc".startswith(()), "abc".startswith("", 4)))
tell(lambda: ("abc".endswith("c"), "abc".endswith("c", 0, 2), "abc".endswith(("b", "bc"))))
tell(lambda: "abc".startswith(1))
tell(lambda: "abc".startswith(["a"]))
tell(lambda: "abc".startswith(("x", 1)))
tell(lambda: "abc".endswith(b"c"))
# expect: (True, True, True, False, False)
# expect: (True, False, True)
# expect: TypeError: startswith first arg must be str or a tuple of str, not int
# expect: TypeError: startswith first arg must be str or a tuple of str, not list
# expect: TypeError: tuple for startswith must only contain str, not int
# expect: TypeError: endswith first arg must be str or a tuple of str, not bytes
