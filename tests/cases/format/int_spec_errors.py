def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: format(5, ".2"))
tell(lambda: format(5, "s"))
tell(lambda: format(5, ",b"))
tell(lambda: format(5, ",_"))
tell(lambda: format(5, "+c"))
tell(lambda: format(5, "#c"))
tell(lambda: format(-1, "c"))
tell(lambda: format(5, "z"))
tell(lambda: format(5, "10."))
tell(lambda: format(5, "xx"))
tell(lambda: format(5, "\u1234"))
tell(lambda: format(10**400, "f"))
# expect: ValueError: Precision not allowed in integer format specifier
# expect: ValueError: Unknown format code 's' for object of type 'int'
# expect: ValueError: Cannot specify ',' with 'b'.
# expect: ValueError: Cannot specify both ',' and '_'.
# expect: ValueError: Sign not allowed with integer format specifier 'c'
# expect: ValueError: Alternate form (#) not allowed with integer format specifier 'c'
# expect: OverflowError: %c arg not in range(0xADDR)
# expect: ValueError: Negative zero coercion (z) not allowed in integer format specifier
# expect: ValueError: Format specifier missing precision
# expect: ValueError: Invalid format specifier 'xx' for object of type 'int'
# expect: ValueError: Unknown format code '\x1234' for object of type 'int'
# expect: OverflowError: int too large to convert to float
