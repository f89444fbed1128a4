def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: ("abc".translate({97: "x", 98: None, 99: 120}), "abc".translate({97: "xyz"}), "\x00\x01".translate("xy")))
tell(lambda: ("abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": "b", 1: None}), str.maketrans("a", "b")))
tell(lambda: "a".translate({97: 1.5}))
tell(lambda: "a".translate({97: -1}))
tell(lambda: "a".translate(5))
tell(lambda: str.maketrans("ab", "x"))
tell(lambda: str.maketrans("ab"))
tell(lambda: str.maketrans({"ab": 1}))
tell(lambda: str.maketrans({1.5: 1}))
tell(lambda: str.maketrans(1, "a"))
# expect: ('xx', 'xyzbc', 'xy')
# expect: ('xy', {97: 'b', 1: None}, {97: 98})
# expect: TypeError: character mapping must return integer, None or str
# expect: ValueError: character mapping must be in range(0xADDR)
# expect: TypeError: 'int' object is not subscriptable
# expect: ValueError: the first two maketrans arguments must have equal length
# expect: TypeError: if you give only one argument to maketrans it must be a dict
# expect: ValueError: string keys in translate table must be of length 1
# expect: TypeError: keys in translate table must be strings or integers
# expect: TypeError: first maketrans argument must be a string if there is a second argument
