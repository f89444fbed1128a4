b = bytearray(b"abcdef")
m = memoryview(b)
print(len(m), m[0], m[-1], m[1:3].tolist(), m[::2].tobytes(), m[::-1].tolist())
m[0] = 65
m[1:3] = b"xy"
m[::3] = b"QQ"
print(b, m.obj is b, m[1:].obj is b, m == b, m == "a")
print(m.nbytes, m.readonly, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.contiguous, m[::2].contiguous)
print(memoryview(b"x").readonly, m.toreadonly().readonly, m.hex("-", 2), 65 in m, list(m))
# expect: 6 97 102 [98, 99] b'ace' [102, 101, 100, 99, 98, 97]
# expect: bytearray(b'QxyQef') True True True False
# expect: 6 False 1 B 1 (6,) (1,) True False
# expect: True True 5178-7951-6566 False [81, 120, 121, 81, 101, 102]
