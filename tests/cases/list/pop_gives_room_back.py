import sys
l = list(range(20))
for i in range(20):
    l.pop()
    print(len(l), sys.getsizeof(l), end=' ')
print()
l = list(range(20))
del l[3:19]
print(l, sys.getsizeof(l))
l.clear()
print(sys.getsizeof(l))
# expect: 19 216 18 216 17 216 16 216 15 216 14 216 13 216 12 216 11 216 10 216 9 184 8 184 7 152 6 152 5 120 4 120 3 120 2 120 1 88 0 56 
# expect: [0, 1, 2, 19] 120
# expect: 56
