def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: format(1j, "010"))
tell(lambda: format(1j, "=10"))
tell(lambda: format(1j, "%"))
tell(lambda: format(1j, "d"))
# expect: ValueError: Zero padding is not allowed in complex format specifier
# expect: ValueError: '=' alignment flag is not allowed in complex format specifier
# expect: ValueError: Unknown format code '%' for object of type 'complex'
# expect: ValueError: Unknown format code 'd' for object of type 'complex'
