def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: (b"a" + b"b", b"a" + bytearray(b"b"), b"a" * 3, 2 * b"ab", b"a" * 0))
tell(lambda: b"a" + "b")
tell(lambda: b"a" + 1)
tell(lambda: b"a" * b"b")
tell(lambda: b"ab" * 2**62)
# expect: (b'ab', b'ab', b'aaa', b'abab', b'')
# expect: TypeError: can't concat str to bytes
# expect: TypeError: can't concat int to bytes
# expect: TypeError: can't multiply sequence by non-int of type 'bytes'
# expect: OverflowError: repeated bytes are too long
