def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

for mode in ("q", "rw", "", "bt", "U", "rr", "r+w"):
    t(lambda: open("/nonexistent", mode))
t(lambda: open("/nonexistent"))
t(lambda: open("/tmp"))
t(lambda: open(3.5))
t(lambda: open(-1))
t(lambda: open("/tmp/x", "wb", encoding="utf-8"))
t(lambda: open("/tmp/x", "w", 0))
t(lambda: open("a\0b"))
t(lambda: open())
t(lambda: open("/tmp/x", foo=1))
# expect: ValueError invalid mode: 'q'
# expect: ValueError must have exactly one of create/read/write/append mode
# expect: ValueError Must have exactly one of create/read/write/append mode and at most one plus
# expect: ValueError can't have text and binary mode at once
# expect: ValueError invalid mode: 'U'
# expect: ValueError invalid mode: 'rr'
# expect: ValueError must have exactly one of create/read/write/append mode
# expect: FileNotFoundError [Errno 2] No such file or directory: '/nonexistent'
# expect: IsADirectoryError [Errno 21] Is a directory: '/tmp'
# expect: TypeError expected str, bytes or os.PathLike object, not float
# expect: ValueError negative file descriptor
# expect: ValueError binary mode doesn't take an encoding argument
# expect: ValueError can't have unbuffered text I/O
# expect: ValueError embedded null byte
# expect: TypeError open() missing required argument 'file' (pos 1)
# expect: TypeError 'foo' is an invalid keyword argument for open()
