from posix import getpid, unlink
path = f"/tmp/case-{getpid()}.txt"
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

f = open(path, "w")
t(f.read)
t(lambda: f.write(3))
t(lambda: f.write(b"3"))
t(lambda: f.writelines([3]))
f.close()
for use in (f.read, f.readline, f.tell, f.flush, f.fileno, f.isatty, f.__enter__, f.close):
    t(use)
t(lambda: f.write(""))
t(lambda: next(f))
b = open(path, "rb")
t(lambda: b.write(b""))
t(lambda: b.readinto(b"abc"))
b.close()
t(b.read)
t(lambda: b.seek(0))
w = open(path, "wb")
t(lambda: w.write("a"))
t(w.read)
w.close()
unlink(path)
# expect: UnsupportedOperation not readable
# expect: TypeError write() argument must be str, not int
# expect: TypeError write() argument must be str, not bytes
# expect: TypeError write() argument must be str, not int
# expect: ValueError I/O operation on closed file.
# expect: ValueError I/O operation on closed file.
# expect: ValueError I/O operation on closed file.
# expect: ValueError I/O operation on closed file.
# expect: ValueError I/O operation on closed file
# expect: ValueError I/O operation on closed file
# expect: ValueError I/O operation on closed file.
# expect: None
# expect: ValueError I/O operation on closed file.
# expect: ValueError I/O operation on closed file.
# expect: UnsupportedOperation write
# expect: TypeError readinto() argument must be read-write bytes-like object, not bytes
# expect: ValueError read of closed file
# expect: ValueError seek of closed file
# expect: TypeError a bytes-like object is required, not 'str'
# expect: UnsupportedOperation read
