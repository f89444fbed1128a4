b = bytearray(b"abc")
m = memoryview(b)
def tell(f):
    try:
        f()
        print("fine", b)
    except BufferError as e:
        print("BufferError:", e)
tell(lambda: b.append(1))
tell(lambda: b.extend(b"x"))
tell(lambda: b.pop())
tell(lambda: b.clear())
tell(lambda: b.__delitem__(0))
tell(lambda: b.__setitem__(0, 1))
tell(lambda: b.__setitem__(slice(0, 1), b"zz"))
tell(lambda: b.reverse())
m.release()
tell(lambda: b.append(1))
# expect: BufferError: Existing exports of data: object cannot be re-sized
# expect: BufferError: Existing exports of data: object cannot be re-sized
# expect: BufferError: Existing exports of data: object cannot be re-sized
# expect: BufferError: Existing exports of data: object cannot be re-sized
# expect: BufferError: Existing exports of data: object cannot be re-sized
# expect: fine bytearray(b'\x01bc')
# expect: BufferError: Existing exports of data: object cannot be re-sized
# expect: fine bytearray(b'cb\x01')
# expect: fine bytearray(b'cb\x01\x01')
