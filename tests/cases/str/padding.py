def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: ("abc".center(9, "*"), "ab".center(5, "*"), "abc".center(6, "*"), "abc".ljust(5, "-"), "abc".rjust(5, "\u20ac"), "abc".center(2)))
tell(lambda: ("5".zfill(3), "-5".zfill(5), "+5".zfill(4), "--5".zfill(5), "".zfill(2), "abc".zfill(2)))
tell(lambda: ("a\tb".expandtabs(), "a\tb".expandtabs(4), "ab\tc\n\td".expandtabs(tabsize=4), "a\tb".expandtabs(0)))
tell(lambda: "a".center(10, "ab"))
tell(lambda: "a".center(10, 1))
tell(lambda: "a".center("a"))
tell(lambda: "a".center())
tell(lambda: "a".ljust(10**30))
tell(lambda: "a\tb".expandtabs(10**10))
# expect: ('***abc***', '**ab*', '*abc**', 'abc--', '€€abc', 'abc')
# expect: ('005', '-0005', '+005', '-00-5', '00', 'abc')
# expect: ('a       b', 'a   b', 'ab  c\n    d', 'ab')
# expect: TypeError: The fill character must be exactly one character long
# expect: TypeError: The fill character must be a unicode character, not int
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: center expected at least 1 argument, got 0
# expect: OverflowError: Python int too large to convert to C ssize_t
# expect: OverflowError: Python int too large to convert to C int
