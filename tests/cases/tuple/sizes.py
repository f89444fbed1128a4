import sys
print([sys.getsizeof(tuple(range(n))) for n in range(6)])
print(tuple.__basicsize__, tuple.__itemsize__, ().__sizeof__(), (1, 2).__sizeof__())
# expect: [40, 48, 56, 64, 72, 80]
# expect: 24 8 24 40
