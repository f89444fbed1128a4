def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from _io import StringIO
s = StringIO("one\ntwo")
print(s.readline(), s.tell(), s.read(), s.getvalue())
print(s.write("!"), s.seek(0), s.write("ONE"), s.getvalue(), s.truncate(5), s.getvalue())
print(s.seek(10), s.write("x"), repr(s.getvalue()), s.newlines)
for newline in (None, "", "\n", "\r", "\r\n"):
    s = StringIO("a\r\nb\nc\rd", newline)
    print(repr(s.getvalue()), s.readlines(), s.newlines)
t(lambda: s.write(3))
t(lambda: StringIO(3))
t(lambda: StringIO(newline="q"))
t(lambda: s.seek(-1))
t(lambda: s.seek(1, 1))
t(s.fileno)
t(lambda: s.truncate(-1))
s.close()
t(s.getvalue)
t(s.read)
# expect: one
# expect:  4 two one
# expect: two
# expect: 1 0 3 ONE
# expect: two! 5 ONE
# expect: t
# expect: 10 1 'ONE\nt\x00\x00\x00\x00\x00x' None
# expect: 'a\nb\nc\nd' ['a\n', 'b\n', 'c\n', 'd'] ('\r', '\n', '\r\n')
# expect: 'a\r\nb\nc\rd' ['a\r\n', 'b\n', 'c\r', 'd'] ('\r', '\n', '\r\n')
# expect: 'a\r\nb\nc\rd' ['a\r\n', 'b\n', 'c\rd'] None
# expect: 'a\r\rb\rc\rd' ['a\r', '\r', 'b\r', 'c\r', 'd'] None
# expect: 'a\r\r\nb\r\nc\rd' ['a\r\r\n', 'b\r\n', 'c\rd'] None
# expect: TypeError string argument expected, got 'int'
# expect: TypeError initial_value must be str or None, not int
# expect: ValueError illegal newline value: 'q'
# expect: ValueError Negative seek position -1
# expect: OSError Can't do nonzero cur-relative seeks
# expect: UnsupportedOperation fileno
# expect: ValueError Negative size value -1
# expect: ValueError I/O operation on closed file
# expect: ValueError I/O operation on closed file
