import sys
x, y, z = 1, 2, 3
size = sys.getsizeof
print(size([]), size([x]), size([x, y, z]), size([1, 2, 3]))
print(size(list((x, y, z))), size([*(x, y, z)]), size([i for i in range(3)]))
print(size([x, y, z][:]), size([x, y, z].copy()), size([x] * 3), size([x] + [y]))
print(size(list(iter([x, y, z]))), size(list(i for i in range(3))), size(sorted((x, y, z))))
l = []
l.extend((x, y, z))
print(size(l))
# expect: 56 64 80 88
# expect: 88 88 88
# expect: 80 80 80 72
# expect: 88 120 88
# expect: 88
