from posix import getpid, unlink
path = f"/tmp/case-{getpid()}.txt"
with open(path, "wb") as f:
    f.write(b"a\r\nb\rc\nd")
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(path, newline=newline) as f:
        print(repr(newline), f.readlines(), f.newlines)
    with open(path, newline=newline) as f:
        print([f.read(1) for _ in range(8)])
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(path, "w", newline=newline) as f:
        f.write("a\nb\r\nc\r")
    print(repr(newline), open(path, "rb").read())
unlink(path)
# expect: None ['a\n', 'b\n', 'c\n', 'd'] ('\r', '\n', '\r\n')
# expect: ['a', '\n', 'b', '\n', 'c', '\n', 'd', '']
# expect: '' ['a\r\n', 'b\r', 'c\n', 'd'] ('\r', '\n', '\r\n')
# expect: ['a', '\r', '\n', 'b', '\r', 'c', '\n', 'd']
# expect: '\n' ['a\r\n', 'b\rc\n', 'd'] None
# expect: ['a', '\r', '\n', 'b', '\r', 'c', '\n', 'd']
# expect: '\r' ['a\r', '\nb\r', 'c\nd'] None
# expect: ['a', '\r', '\n', 'b', '\r', 'c', '\n', 'd']
# expect: '\r\n' ['a\r\n', 'b\rc\nd'] None
# expect: ['a', '\r', '\n', 'b', '\r', 'c', '\n', 'd']
# expect: None b'a\nb\r\nc\r'
# expect: '' b'a\nb\r\nc\r'
# expect: '\n' b'a\nb\r\nc\r'
# expect: '\r' b'a\rb\r\rc\r'
# expect: '\r\n' b'a\r\nb\r\r\nc\r'
