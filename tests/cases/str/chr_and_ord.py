def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: (chr(97), chr(0x10ffff) == "\U0010ffff", ord("a"), ord("\U0001f600"), ord(b"a")))
tell(lambda: chr(-1))
tell(lambda: chr(0x110000))
tell(lambda: chr("a"))
tell(lambda: ord("ab"))
tell(lambda: ord(""))
tell(lambda: ord(1))
# expect: ('a', True, 97, 128512, 97)
# expect: ValueError: chr() arg not in range(0xADDR)
# expect: ValueError: chr() arg not in range(0xADDR)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: ord() expected a character, but string of length 2 found
# expect: TypeError: ord() expected a character, but string of length 0 found
# expect: TypeError: ord() expected string of length 1, but int found
