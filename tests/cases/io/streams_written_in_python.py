def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import io
class Slow(io.RawIOBase):
    def __init__(self, data):
        self.data = data
    def readable(self):
        return True
    def readinto(self, room):
        n = min(len(room), len(self.data), 3)
        room[:n] = self.data[:n]
        self.data = self.data[n:]
        return n
print(Slow(b"hello\nworld").read(), Slow(b"hello").read(2), list(Slow(b"a\nb")))
print(io.BufferedReader(Slow(b"hello\nworld")).readlines())
print(io.TextIOWrapper(io.BufferedReader(Slow("h€llo\nworld".encode()))).readlines())
t(lambda: Slow(b"").write(b""))
t(lambda: Slow(b"").seek(0))
t(lambda: Slow(b"").fileno())
class Collect(io.TextIOBase):
    def __init__(self):
        self.out = []
    def write(self, text):
        self.out.append(text)
c = Collect()
print("a", 1, file=c)
print(c.out, c.closed, c.close(), c.closed)
t(lambda: c.writelines([]))
# expect: b'hello\nworld' b'he' [b'a\n', b'b']
# expect: [b'hello\n', b'world']
# expect: ['h€llo\n', 'world']
# expect: NotImplementedError 
# expect: UnsupportedOperation seek
# expect: UnsupportedOperation fileno
# expect: ['a', ' ', '1', '\n'] False None True
# expect: ValueError I/O operation on closed file.
