import sys
s, sizes = set(), []
for i in range(400):
    if not sizes or sizes[-1][1] != sys.getsizeof(s):
        sizes.append((len(s), sys.getsizeof(s)))
    s.add(i)
print(sizes)
print([(n, sys.getsizeof(set(set(range(n))))) for n in (4, 5, 7, 8, 15, 16, 31, 32)])
print(sys.getsizeof({1, 2, 3, 4, 5}), sys.getsizeof(set([1, 2, 3, 4, 5])), sys.getsizeof({1} | {2, 3, 4, 5}))
s = set(range(18))
for i in range(18):
    s.discard(i)
s.add(99)
print(sys.getsizeof(s), frozenset() is frozenset(), sys.getsizeof(frozenset()))
# expect: [(0, 216), (5, 728), (19, 2264), (77, 8408), (307, 32984)]
# expect: [(4, 216), (5, 472), (7, 472), (8, 728), (15, 728), (16, 1240), (31, 1240), (32, 2264)]
# expect[3.8]: 728 728 472
# expect[3.9]: 472 728 472
# expect[3.10]: 472 728 472
# expect[3.11]: 472 728 472
# expect[3.12]: 472 728 472
# expect[3.13]: 472 728 472
# expect[3.8]: 728 True 216
# expect[3.9]: 216 True 216
# expect[3.10]: 728 False 216
# expect[3.11]: 728 False 216
# expect[3.12]: 728 False 216
# expect[3.13]: 728 False 216
