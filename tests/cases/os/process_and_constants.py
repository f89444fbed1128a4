import os
print(os.getpid() > 0, os.getppid() > 0, len(os.urandom(7)), os.urandom(0), os.cpu_count() > 0, os.strerror(2))
print(os.O_RDONLY, os.O_CREAT, os.F_OK, os.R_OK, os.EX_OK, os.sep, repr(os.linesep), os.name, os.devnull, os.terminal_size((80, 24)))
print(os.fspath("a"), os.fsencode("é"), ascii(os.fsdecode(b"\xff")), oct(os.umask(0o22)), os.access("/", os.F_OK), os.uname().sysname)
for f in (lambda: os.urandom(-1), lambda: os.fspath(3), lambda: os.getcwd(1), lambda: os.umask("a"), lambda: os.sysconf("SC_NOPE")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
# expect: True True 7 b'' True No such file or directory
# expect: 0 64 0 4 0 / '\n' posix /dev/null os.terminal_size(columns=80, lines=24)
# expect: a b'\xc3\xa9' '\udcff' 0o22 True Linux
# expect: ValueError negative argument not allowed
# expect: TypeError expected str, bytes or os.PathLike object, not int
# expect: TypeError posix.getcwd() takes no arguments (1 given)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError unrecognized configuration name
