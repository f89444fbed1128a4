def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: "%d" % "3")
tell(lambda: "%x" % 3.5)
tell(lambda: "%f" % "a")
tell(lambda: "%c" % "ab")
tell(lambda: "%c" % 0x110000)
tell(lambda: "%s %s" % 1)
tell(lambda: "%s" % (1, 2))
tell(lambda: "abc" % 1)
tell(lambda: "%" % ())
tell(lambda: "%z" % 1)
tell(lambda: "%5%" % ())
tell(lambda: "%(a)s" % 1)
tell(lambda: "%(a" % {"a": 1})
tell(lambda: "%(a)s" % {})
tell(lambda: "%*d" % ("a", 1))
tell(lambda: "%d" % None)
# expect: TypeError: %d format: a real number is required, not str
# expect: TypeError: %x format: an integer is required, not float
# expect: TypeError: must be real number, not str
# expect: TypeError: %c requires int or char
# expect: OverflowError: %c arg not in range(0xADDR)
# expect: TypeError: not enough arguments for format string
# expect: TypeError: not all arguments converted during string formatting
# expect: TypeError: not all arguments converted during string formatting
# expect: ValueError: incomplete format
# expect: ValueError: unsupported format character 'z' (0x7a) at index 1
# expect: TypeError: not enough arguments for format string
# expect: TypeError: format requires a mapping
# expect: ValueError: incomplete format key
# expect: KeyError: 'a'
# expect: TypeError: * wants int
# expect: TypeError: %d format: a real number is required, not NoneType
