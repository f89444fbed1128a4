import os
path = f"/tmp/case-{os.getpid()}"
with open(path, "w") as f:
    f.write("hello")
os.chmod(path, 0o640)
os.utime(path, (1000000000, 1000000001.5))
s = os.stat(path)
print(s.st_size, oct(s.st_mode), s.st_atime, s.st_mtime, s.st_mtime_ns, s[7], s[8], len(s), s.st_uid == os.getuid())
os.utime(path, ns=(5, 7))
print(os.stat(path).st_mtime_ns, os.lstat(path).st_nlink, os.truncate(path, 2), os.stat(path).st_size)
os.remove(path)
for f in (lambda: os.stat(path + "nope"[:0]), lambda: os.stat(None), lambda: os.stat("a\0"), lambda: os.stat(99), lambda: os.stat()):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, str(e).replace(path, "PATH"))
# expect: 5 0o100640 1000000000.0 1000000001.5 1000000001500000000 1000000000 1000000001 10 True
# expect: 7 1 None 2
# expect: FileNotFoundError [Errno 2] No such file or directory: 'PATH'
# expect: TypeError stat: path should be string, bytes, os.PathLike or integer, not NoneType
# expect: ValueError embedded null byte
# expect: OSError [Errno 9] Bad file descriptor: 99
# expect: TypeError stat() missing required argument 'path' (pos 1)
