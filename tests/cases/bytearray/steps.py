"""Extended slices, forwards and backwards, to the ends and beyond them; repetition."""
for n, step in (0, 2), (1, -1), (7, 2), (7, -2), (7, 50), (40, 7), (40, -3), (40, -50):
    seen = []
    for start, stop in (None, None), (1, -1), (-3, 2), (5, 100):
        kept, changed = bytearray(range(n)), bytearray(range(n))
        del kept[start:stop:step]
        count = len(changed[start:stop:step])
        changed[start:stop:step] = bytes(range(100, 100 + count))
        seen.append((count, sum(i * b for i, b in enumerate(kept)), sum(i * b for i, b in enumerate(changed))))
    print(n, step, *seen)
print([bytes([7]) * k for k in (-1, 0, 1, 2, 5)], [bytearray(b"abc") * k for k in (0, 1, 2, 3, 5)])
big = bytearray(200_000)
del big[::2]
print(len(big), len(bytearray([1]) * 200_000), (bytearray(b"xyz") * 1000)[2998:])
# expect: 0 2 (0, 0, 0) (0, 0, 0) (0, 0, 0) (0, 0, 0)
# expect: 1 -1 (1, 0, 0) (0, 0, 0) (0, 0, 0) (0, 0, 0)
# expect: 7 2 (4, 13, 1263) (3, 28, 969) (0, 91, 91) (1, 60, 566)
# expect: 7 -2 (4, 13, 1243) (0, 91, 91) (1, 64, 475) (0, 91, 91)
# expect: 7 50 (1, 70, 91) (1, 70, 190) (0, 91, 91) (1, 60, 566)
# expect: 40 7 (6, 14950, 28730) (6, 14860, 29129) (0, 20540, 20540) (5, 15800, 28005)
# expect: 40 -3 (14, 8528, 41561) (0, 20540, 20540) (12, 9920, 39734) (0, 20540, 20540)
# expect: 40 -50 (1, 19019, 22919) (0, 20540, 20540) (1, 19094, 22871) (0, 20540, 20540)
# expect: [b'', b'', b'\x07', b'\x07\x07', b'\x07\x07\x07\x07\x07'] [bytearray(b''), bytearray(b'abc'), bytearray(b'abcabc'), bytearray(b'abcabcabc'), bytearray(b'abcabcabcabcabc')]
# expect: 100000 200000 bytearray(b'yz')
