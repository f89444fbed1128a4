# A list grows ahead of its items.
import sys

items = []
print(0, sys.getsizeof(items))
for n in range(1, 34):
    items.append(n)
    print(n, sys.getsizeof(items))
# expect: 0 56
# expect: 1 88
# expect: 2 88
# expect: 3 88
# expect: 4 88
# expect: 5 120
# expect: 6 120
# expect: 7 120
# expect: 8 120
# expect: 9 184
# expect: 10 184
# expect: 11 184
# expect: 12 184
# expect: 13 184
# expect: 14 184
# expect: 15 184
# expect: 16 184
# expect: 17 248
# expect: 18 248
# expect: 19 248
# expect: 20 248
# expect: 21 248
# expect: 22 248
# expect: 23 248
# expect: 24 248
# expect: 25 312
# expect: 26 312
# expect: 27 312
# expect: 28 312
# expect: 29 312
# expect: 30 312
# expect: 31 312
# expect: 32 312
# expect: 33 376
