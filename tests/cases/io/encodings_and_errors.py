from posix import getpid, unlink
path = f"/tmp/case-{getpid()}.txt"
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def round_trip(text, **options):
    with open(path, "w", **options) as f:
        f.write(text)
    with open(path, **options) as f:
        return open(path, "rb").read(), f.read()
for encoding in ("utf-8", "latin-1", "utf-16", "utf-16-le", "utf-32", "utf-8-sig", "ascii", "cp1252"):
    t(lambda: round_trip("hé", encoding=encoding))
for errors in ("replace", "ignore", "backslashreplace", "xmlcharrefreplace"):
    with open(path, "w", encoding="ascii", errors=errors) as f:
        f.write("h\xe9\u20ac")
    print(errors, open(path, "rb").read())
with open(path, "wb") as f:
    f.write(b"ab\xffcd")
for errors in ("strict", "replace", "ignore", "backslashreplace", "surrogateescape"):
    t(lambda: open(path, errors=errors).read())
t(lambda: open(path, encoding="nope"))
unlink(path)
# expect: (b'h\xc3\xa9', 'hé')
# expect: (b'h\xe9', 'hé')
# expect: (b'\xff\xfeh\x00\xe9\x00', 'hé')
# expect: (b'h\x00\xe9\x00', 'hé')
# expect: (b'\xff\xfe\x00\x00h\x00\x00\x00\xe9\x00\x00\x00', 'hé')
# expect: (b'\xef\xbb\xbfh\xc3\xa9', 'hé')
# expect: UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 1: ordinal not in range(128)
# expect: (b'h\xe9', 'hé')
# expect: replace b'h??'
# expect: ignore b'h'
# expect: backslashreplace b'h\\xe9\\u20ac'
# expect: xmlcharrefreplace b'h&#233;&#8364;'
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 2: invalid start byte
# expect: 'ab�cd'
# expect: 'abcd'
# expect: 'ab\\xffcd'
# expect: 'ab\udcffcd'
# expect: LookupError unknown encoding: nope
