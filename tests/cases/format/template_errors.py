def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: "{".format())
tell(lambda: "}".format())
tell(lambda: "{0".format(1))
tell(lambda: "{!x}".format(1))
tell(lambda: "{!r".format(1))
tell(lambda: "{!rx}".format(1))
tell(lambda: "{}".format())
tell(lambda: "{a}".format())
tell(lambda: "{} {0}".format(1))
tell(lambda: "{0} {}".format(1))
tell(lambda: "{a[}".format(a=1))
tell(lambda: "{a[]}".format(a=1))
tell(lambda: "{a.}".format(a=1))
tell(lambda: "{a[0]x}".format(a=[1]))
tell(lambda: "{a.b}".format(a=1))
tell(lambda: "{:{:{}}}".format(1, 2, 3))
tell(lambda: "{99999999999999999999}".format(1))
tell(lambda: "{}".format_map({}))
tell(lambda: "{:d}".format("a"))
# expect: ValueError: Single '{' encountered in format string
# expect: ValueError: Single '}' encountered in format string
# expect: ValueError: expected '}' before end of string
# expect: ValueError: Unknown conversion specifier x
# expect: ValueError: unmatched '{' in format spec
# expect: ValueError: expected ':' after conversion specifier
# expect: IndexError: Replacement index 0 out of range for positional args tuple
# expect: KeyError: 'a'
# expect: ValueError: cannot switch from automatic field numbering to manual field specification
# expect: ValueError: cannot switch from manual field specification to automatic field numbering
# expect: ValueError: expected '}' before end of string
# expect: ValueError: Empty attribute in format string
# expect: ValueError: Empty attribute in format string
# expect: ValueError: Only '.' or '[' may follow ']' in format field specifier
# expect: AttributeError: 'int' object has no attribute 'b'
# expect: ValueError: Max string recursion exceeded
# expect: ValueError: Too many decimal digits in format string
# expect: ValueError: Format string contains positional fields
# expect: ValueError: Unknown format code 'd' for object of type 'str'
