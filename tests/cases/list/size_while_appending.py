import sys
l, sizes = [], []
for i in range(40):
    size = sys.getsizeof(l)
    if not sizes or sizes[-1][1] != size:
        sizes.append((len(l), size))
    l.append(i)
print(sizes)
# expect: [(0, 56), (1, 88), (5, 120), (9, 184), (17, 248), (25, 312), (33, 376)]
