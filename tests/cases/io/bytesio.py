def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from _io import BytesIO
b = BytesIO(b"abc\ndef\n")
print(b.read(2), b.readline(), b.tell(), b.read1(1), b.readlines(), b.getvalue())
print(b.seek(0), b.write(b"XY"), b.seek(-3, 2), b.read(), b.seek(12), b.write(b"z"), b.getvalue())
room = bytearray(4)
print(b.seek(0), b.readinto(room), room, b.truncate(2), b.getvalue())
view = b.getbuffer()
view[0] = 65
t(lambda: b.write(b"x" * 100))
del view
print(b.getvalue(), list(BytesIO(b"a\nb")))
t(lambda: b.write("a"))
t(lambda: b.seek(-1))
t(lambda: b.truncate(-1))
t(lambda: BytesIO("a"))
b.close()
t(b.getvalue)
# expect: b'ab' b'c\n' 4 b'd' [b'ef\n'] b'abc\ndef\n'
# expect: 0 2 5 b'ef\n' 12 1 b'XYc\ndef\n\x00\x00\x00\x00z'
# expect: 0 4 bytearray(b'XYc\n') 2 b'XY'
# expect: BufferError Existing exports of data: object cannot be re-sized
# expect: b'AY' [b'a\n', b'b']
# expect: TypeError a bytes-like object is required, not 'str'
# expect: ValueError negative seek value -1
# expect: ValueError negative size value -1
# expect: TypeError a bytes-like object is required, not 'str'
# expect: ValueError I/O operation on closed file.
