# A dict grows at 6, 11 and 22 entries.
import sys

table = {}
print(0, sys.getsizeof(table))
for n in range(1, 25):
    table[n] = n
    print(n, sys.getsizeof(table))
# expect: 0 64
# expect: 1 224
# expect: 2 224
# expect: 3 224
# expect: 4 224
# expect: 5 224
# expect: 6 352
# expect: 7 352
# expect: 8 352
# expect: 9 352
# expect: 10 352
# expect: 11 632
# expect: 12 632
# expect: 13 632
# expect: 14 632
# expect: 15 632
# expect: 16 632
# expect: 17 632
# expect: 18 632
# expect: 19 632
# expect: 20 632
# expect: 21 632
# expect: 22 1168
# expect: 23 1168
# expect: 24 1168
