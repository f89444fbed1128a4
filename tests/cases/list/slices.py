l = list(range(10))
print(l[2:5], l[:3], l[7:], l[-3:], l[:-7])
print(l[::3], l[::-1], l[8:2:-2], l[5:5], l[100:], l[-100:2])
print(l[::-4], l[3::-1], l[:3:-1], l[::10 ** 20], l[-1:-10 ** 20:-5])
try:
    l[::0]
except ValueError as e:
    print(e)
try:
    l['a':]
except TypeError as e:
    print(e)
# expect: [2, 3, 4] [0, 1, 2] [7, 8, 9] [7, 8, 9] [0, 1, 2]
# expect: [0, 3, 6, 9] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [8, 6, 4] [] [] [0, 1]
# expect: [9, 5, 1] [3, 2, 1, 0] [9, 8, 7, 6, 5, 4] [0] [9, 4]
# expect: slice step cannot be zero
# expect: slice indices must be integers or None or have an __index__ method
