def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: format(1.5, "d"))
tell(lambda: format(1.5, "s"))
tell(lambda: format(1.5, ",n"))
tell(lambda: format(1.5, ".x"))
tell(lambda: format(1.5, "1.2.3"))
tell(lambda: format(1.5, "99999999999999999999"))
# expect: ValueError: Unknown format code 'd' for object of type 'float'
# expect: ValueError: Unknown format code 's' for object of type 'float'
# expect: ValueError: Cannot specify ',' with 'n'.
# expect: ValueError: Format specifier missing precision
# expect: ValueError: Invalid format specifier '1.2.3' for object of type 'float'
# expect: ValueError: Too many decimal digits in format string
