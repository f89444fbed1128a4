m = memoryview(b"\1\0\2\0abc\xff")
print(m.cast("H").tolist(), m.cast("c").tolist(), m.cast("b")[7], m.cast("?")[0], m.cast("Q")[0])
print(m.cast("B", (2, 4)).tolist(), m.cast("B", (2, 4))[1, 2], m.cast("B", (2, 4)).strides, len(m.cast("B", (2, 4))))
print(m.cast("H").cast("B") == m, m.cast("H").itemsize, m.cast("@H").format)
print(memoryview(b"\0\0\0\0\0\0\xf0?").cast("d")[0], memoryview(b"\xff" * 8).cast("q")[0])
# expect: [1, 2, 25185, 65379] [b'\x01', b'\x00', b'\x02', b'\x00', b'a', b'b', b'c', b'\xff'] -1 True 18402660671117459457
# expect: [[1, 0, 2, 0], [97, 98, 99, 255]] 99 (4, 1) 2
# expect: True 2 @H
# expect: 1.0 -1
