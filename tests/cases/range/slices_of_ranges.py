r = range(10)
print(r[2:5], r[::2], r[::-1], r[5:2:-1], r[20:], r[-3:], range(0, 100, 7)[1:4], range(10, 0, -3)[::-1])
# expect: range(2, 5) range(0, 10, 2) range(9, -1, -1) range(5, 2, -1) range(10, 10) range(7, 10) range(7, 28, 7) range(1, 13, 3)
