import os
path = f"/tmp/case-{os.getpid()}"
fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o644)
print(os.write(fd, b"hello world"), os.lseek(fd, 0, os.SEEK_SET), os.read(fd, 5), os.pread(fd, 3, 1), os.pwrite(fd, b"J", 0))
print(os.ftruncate(fd, 6), os.fstat(fd).st_size, os.isatty(fd), os.fsync(fd), os.get_inheritable(fd))
with os.fdopen(fd, "rb") as f:
    print(f.seek(0), f.read(), f.name == fd)
r, w = os.pipe()
print(os.write(w, b"abc"), os.read(r, 10), os.close(w), os.read(r, 10), os.close(r))
for f in (lambda: os.close(r), lambda: os.read("a", 1), lambda: os.write(1, "a"), lambda: os.dup(99), lambda: os.open("a", "r")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
os.remove(path)
# expect: 11 0 b'hello' b'ell' 1
# expect: None 6 False None False
# expect: 0 b'Jello ' True
# expect: 3 b'abc' None b'' None
# expect: OSError [Errno 9] Bad file descriptor
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError a bytes-like object is required, not 'str'
# expect: OSError [Errno 9] Bad file descriptor
# expect: TypeError 'str' object cannot be interpreted as an integer
