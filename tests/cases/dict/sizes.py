import sys
d, sizes = {}, []
for i in range(100):
    if not sizes or sizes[-1][1] != sys.getsizeof(d):
        sizes.append((len(d), sys.getsizeof(d)))
    d[i] = i
print(sizes)
d, sizes = {}, []
for i in range(100):
    if not sizes or sizes[-1][1] != sys.getsizeof(d):
        sizes.append((len(d), sys.getsizeof(d)))
    d[str(i)] = i
print(sizes)
d.clear()
print(sys.getsizeof(d))
# expect: [(0, 64), (1, 224), (6, 352), (11, 632), (22, 1168), (43, 2264), (86, 4688)]
# expect: [(0, 64), (1, 184), (6, 272), (11, 464), (22, 832), (43, 1584), (86, 3328)]
# expect: 64
