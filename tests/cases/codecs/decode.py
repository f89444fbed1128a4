def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: (b"h\xc3\xa9".decode(), b"h\xe9".decode("latin-1"), b"\xff\xfeh\0".decode("utf-16"), b"\0h".decode("utf-16-be"), b"\x80".decode("cp1252")))
tell(lambda: (b"\xef\xbb\xbfa".decode("utf-8-sig"), b"\\x41\\u20ac\\n\\101".decode("unicode_escape"), b"a\0\0\0".decode("utf-32-le")))
tell(lambda: (ascii(b"a\xff\xc3(".decode("utf-8", "replace")), b"a\xff".decode("ascii", "ignore"), ascii(b"\xff".decode("ascii", "surrogateescape"))))
tell(lambda: (b"a\xff".decode("utf-8", "backslashreplace"), b"\xe2\x82".decode("utf-8", "replace") == "\ufffd"))
tell(lambda: b"\xff".decode())
tell(lambda: b"\xe2\x82".decode())
tell(lambda: b"\xe2\x28\xa1".decode())
tell(lambda: b"\xed\xa0\x80".decode())
tell(lambda: b"\xe9".decode("ascii"))
tell(lambda: b"a".decode("utf-16"))
tell(lambda: b"\0\xd8".decode("utf-16-le"))
tell(lambda: b"\x81".decode("cp1252"))
tell(lambda: b"\\x4".decode("unicode_escape"))
tell(lambda: b"a".decode("foo"))
tell(lambda: b"\xff".decode("ascii", "foo"))
# expect: ('hé', 'hé', 'h', 'h', '€')
# expect: ('a', 'A€\nA', 'a')
# expect: ("'a\\ufffd\\ufffd('", 'a', "'\\udcff'")
# expect: ('a\\xff', True)
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe2 in position 0: invalid continuation byte
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte
# expect: UnicodeDecodeError: 'ascii' codec can't decode byte 0xe9 in position 0: ordinal not in range(128)
# expect: UnicodeDecodeError: 'utf-16-le' codec can't decode byte 0x61 in position 0: truncated data
# expect: UnicodeDecodeError: 'utf-16-le' codec can't decode bytes in position 0-1: unexpected end of data
# expect: UnicodeDecodeError: 'charmap' codec can't decode byte 0x81 in position 0: character maps to <undefined>
# expect: UnicodeDecodeError: 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape
# expect: LookupError: unknown encoding: foo
# expect: LookupError: unknown error handler name 'foo'
