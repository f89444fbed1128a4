import sys
s, sizes = set(), []
for i in range(100):
    if not sizes or sizes[-1][1] != sys.getsizeof(s):
        sizes.append((len(s), sys.getsizeof(s)))
    s.add(i)
print(sizes)
print([sys.getsizeof(set(set(range(n)))) for n in (4, 5, 7, 8, 16, 32)])
print(sys.getsizeof({1, 2, 3, 4, 5}), sys.getsizeof(frozenset(range(5))))
for i in range(100):
    s.discard(i)
print(sys.getsizeof(s))
s.clear()
print(sys.getsizeof(s))
# expect: [(0, 216), (5, 728), (19, 2264), (77, 8408)]
# expect: [216, 472, 472, 728, 1240, 2264]
# expect: 472 728
# expect: 8408
# expect: 216
