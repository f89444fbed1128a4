import sys
b = bytearray()
sizes = [sys.getsizeof(b)]
for i in range(60):
    b.append(i)
    if sys.getsizeof(b) != sizes[-1]:
        sizes.append(sys.getsizeof(b))
print(sizes, b.__alloc__())
del b[:50]
print(sys.getsizeof(b), b)
print(sys.getsizeof(bytearray(5)), sys.getsizeof(bytearray(b"abc")), bytearray.__basicsize__)
# expect: [56, 58, 61, 64, 68, 75, 83, 92, 102, 113, 126] 70
# expect: 67 bytearray(b'23456789:;')
# expect: 62 60 56
