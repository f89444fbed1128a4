b = bytearray(b"abc")
b.append(100)
b.extend(b"xy")
b.extend([1, 2])
b.insert(0, 65)
b.insert(-1, 66)
print(b, b.pop(), b.pop(0), b)
b.remove(97)
b.reverse()
b += b"z"
b *= 2
print(b, len(b))
del b[0], b[::3]
b[0] = 33
b[1:3] = b"---"
b[::4] = bytes(len(b[::4]))
print(b)
b.clear()
print(b, bytearray(b"q").copy())
# expect: bytearray(b'abcdxy\x01B') 2 65 bytearray(b'abcdxy\x01B')
# expect: bytearray(b'B\x01yxdcbzB\x01yxdcbz') 16
# expect: bytearray(b'\x00---\x00B\x01x\x00bz')
# expect: bytearray(b'') bytearray(b'q')
