import sys
size = sys.getsizeof
print(size({}), size(dict()), size({'a': 1}), size(dict(a=1)), size({1: 1}))
print(size(dict.fromkeys(range(1))), size(dict.fromkeys({1})), size(dict.fromkeys(range(6))))
d = {i: i for i in range(6)}
print(size(d), size(d.copy()), size({**d}), size(dict(d)))
for i in range(5):
    del d[i]
print(size(d), size(d.copy()))
# expect: 64 64 184 184 224
# expect: 224 352 352
# expect: 352 352 352 352
# expect: 352 352
