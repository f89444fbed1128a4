def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: (int("12"), int(" -1_000\n"), int("+7")))
tell(lambda: (int("ff", 16), int("0xff", 16), int("0b101", 0), int("0o17", 0), int("z", 36)))
tell(lambda: (int("00", 0), int("0_0", 0)))
tell(lambda: (int("\u0661\u0662"), int(b"12"), int(bytearray(b"7"))))
tell(lambda: int(""))
tell(lambda: int("1__0"))
tell(lambda: int("_1"))
tell(lambda: int("- 1"))
tell(lambda: int("010", 0))
tell(lambda: int("0x1f"))
tell(lambda: int("12.5"))
tell(lambda: int("5", 2))
tell(lambda: int(b"1x"))
tell(lambda: int("a" * 300))
# expect: (12, -1000, 7)
# expect: (255, 255, 5, 15, 35)
# expect: (0, 0)
# expect: (12, 12, 7)
# expect: ValueError: invalid literal for int() with base 10: ''
# expect: ValueError: invalid literal for int() with base 10: '1__0'
# expect: ValueError: invalid literal for int() with base 10: '_1'
# expect: ValueError: invalid literal for int() with base 10: '- 1'
# expect: ValueError: invalid literal for int() with base 0: '010'
# expect: ValueError: invalid literal for int() with base 10: '0x1f'
# expect: ValueError: invalid literal for int() with base 10: '12.5'
# expect: ValueError: invalid literal for int() with base 2: '5'
# expect: ValueError: invalid literal for int() with base 10: b'1x'
# expect: ValueError: invalid literal for int() with base 10: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
