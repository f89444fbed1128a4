def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
s = "abc"
tell(lambda: ("abc"[0], "abc"[-1], "abc"[1:], "abc"[::-1], "abc"[::2], "abc"[5:], "abc"[-2:2]))
tell(lambda: "abc"[3])
tell(lambda: s["a"])
tell(lambda: s[1.0])
tell(lambda: s[None])
tell(lambda: "abc"[10**30])
tell(lambda: "abc"[::0])
tell(lambda: "abc"[1:"a"])
tell(lambda: ("a\u20ac\U0001f600"[1:], "a\u20ac\U0001f600"[:1].isascii(), len("\U0001f600")))
# expect: ('a', 'c', 'bc', 'cba', 'ac', '', 'b')
# expect: IndexError: string index out of range
# expect: TypeError: string indices must be integers, not 'str'
# expect: TypeError: string indices must be integers, not 'float'
# expect: TypeError: string indices must be integers, not 'NoneType'
# expect: IndexError: cannot fit 'int' into an index-sized integer
# expect: ValueError: slice step cannot be zero
# expect: TypeError: slice indices must be integers or None or have an __index__ method
# expect: ('€😀', True, 1)
