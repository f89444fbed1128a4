import sys
print([sys.getsizeof(b) for b in (b"", b"a", b"abc", b"x" * 100)])
class Sub(bytes):
    pass
print(sys.getsizeof(Sub()), sys.getsizeof(Sub(b"abc")), Sub(b"abc"), type(Sub(b"a")[:]), type(Sub(b"a") + b""))
print(bytes.__basicsize__, bytes.__itemsize__)
it = iter(b"ab")
print(type(it).__name__, next(it), it.__length_hint__(), list(it))
# expect: [33, 34, 36, 133]
# expect: 57 60 b'abc' <class 'bytes'> <class 'bytes'>
# expect: 33 1
# expect: bytes_iterator 97 1 [98]
