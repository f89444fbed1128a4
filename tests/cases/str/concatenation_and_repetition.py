def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: ("a" + "b", "a" * 3, 3 * "a", "a" * -1, "a" * True))
tell(lambda: "a" + 1)
tell(lambda: "a" + b"a")
tell(lambda: 1 + "a")
tell(lambda: "a" * "b")
tell(lambda: "a" * 1.5)
tell(lambda: "ab" * 2**62)
# expect: ('ab', 'aaa', 'aaa', '', 'a')
# expect: TypeError: can only concatenate str (not "int") to str
# expect: TypeError: can only concatenate str (not "bytes") to str
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError: can't multiply sequence by non-int of type 'str'
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: OverflowError: repeated string is too long
