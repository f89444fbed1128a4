def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: ("h\u00e9".encode(), "h\u00e9".encode("latin-1"), "h\u00e9".encode("UTF_16"), "h\u00e9".encode("utf-32-be"), "\u20ac".encode("cp1252")))
tell(lambda: ("h\u00e9".encode("ascii", "replace"), "h\u00e9".encode("ascii", "ignore"), "h\u00e9".encode("ascii", "backslashreplace")))
tell(lambda: ("h\u00e9\u20ac".encode("ascii", "xmlcharrefreplace"), "\u20ac".encode("ascii", "namereplace"), "\udc80".encode("ascii", "surrogateescape")))
tell(lambda: "h\u00e9".encode("ascii"))
tell(lambda: "h\u20ac\u20ac".encode("latin-1"))
tell(lambda: "\ud800".encode("utf-8"))
tell(lambda: "\u1234".encode("cp1252"))
tell(lambda: "a".encode("foo"))
tell(lambda: "a".encode("rot13"))
tell(lambda: "\u00e9".encode("ascii", "foo"))
tell(lambda: "a".encode(5))
tell(lambda: ("a".encode("utf-8-sig"), "a\n\u00e9".encode("unicode_escape"), "\u20ac\u00e9".encode("raw_unicode_escape") == b"\\u20ac\xe9"))
# expect: (b'h\xc3\xa9', b'h\xe9', b'\xff\xfeh\x00\xe9\x00', b'\x00\x00\x00h\x00\x00\x00\xe9', b'\x80')
# expect: (b'h?', b'h', b'h\\xe9')
# expect: (b'h&#233;&#8364;', b'\\N{EURO SIGN}', b'\x80')
# expect: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 1: ordinal not in range(128)
# expect: UnicodeEncodeError: 'latin-1' codec can't encode characters in position 1-2: ordinal not in range(256)
# expect: UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
# expect: UnicodeEncodeError: 'charmap' codec can't encode character '\u1234' in position 0: character maps to <undefined>
# expect: LookupError: unknown encoding: foo
# expect: LookupError: 'rot13' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: LookupError: unknown error handler name 'foo'
# expect: TypeError: encode() argument 'encoding' must be str, not int
# expect: (b'\xef\xbb\xbfa', b'a\\n\\xe9', True)
