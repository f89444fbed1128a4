print(range(5), range(1, 5), range(1, 5, 1), range(5, 1, -2), list(range(5, 1, -2)), list(range(0)), list(range(3, 3)))
r = range(2, 20, 3)
print(len(r), r[0], r[-1], r[2:4], r[::-1], r.start, r.stop, r.step, bool(r), bool(range(0)))
print(8 in r, 9 in r, 8.0 in r, 'a' in r, True in range(2), r.index(8), r.count(8), r.count(9))
# expect: range(0, 5) range(1, 5) range(1, 5) range(5, 1, -2) [5, 3] [] []
# expect: 6 2 17 range(8, 14, 3) range(17, -1, -3) 2 20 3 True False
# expect: True False True False True 2 1 0
