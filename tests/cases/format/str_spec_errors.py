def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: format("a", "d"))
tell(lambda: format("a", "+"))
tell(lambda: format("a", " "))
tell(lambda: format("a", "=10"))
tell(lambda: format("a", "#"))
tell(lambda: format("a", "z"))
tell(lambda: format("a", ","))
tell(lambda: format("a", "_"))
tell(lambda: format("a", "abc"))
tell(lambda: format([], "d"))
tell(lambda: format(None, "5"))
tell(lambda: format("a", 5))
# expect: ValueError: Unknown format code 'd' for object of type 'str'
# expect: ValueError: Sign not allowed in string format specifier
# expect: ValueError: Space not allowed in string format specifier
# expect: ValueError: '=' alignment not allowed in string format specifier
# expect: ValueError: Alternate form (#) not allowed in string format specifier
# expect: ValueError: Negative zero coercion (z) not allowed in string format specifier
# expect: ValueError: Cannot specify ',' with 's'.
# expect: ValueError: Cannot specify '_' with 's'.
# expect: ValueError: Invalid format specifier 'abc' for object of type 'str'
# expect: TypeError: unsupported format string passed to list.__format__
# expect: TypeError: unsupported format string passed to NoneType.__format__
# expect: TypeError: format() argument 2 must be str, not int
