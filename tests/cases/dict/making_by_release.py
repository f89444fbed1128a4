import sys
size = sys.getsizeof
a = 1
print(size({}), size(dict()), size({a: a}), size({'a': a}), size(dict(a=1)), size(dict([])), size(dict({})), size(dict(zip())))
print([size(dict.fromkeys(range(n))) for n in (0, 1, 5, 6, 11)], [size(dict.fromkeys(set(range(n)))) for n in (0, 1, 5, 6, 11)])
d = {i: i for i in range(6)}
print(size(d), size(d.copy()), size({**d}), size(dict(d)))
for i in range(5):
    del d[i]
print(size(d), size(d.copy()), size(dict(d)))
d['x'] = 1
print(size(d))
d = dict.fromkeys(range(5))
for i in range(4):
    del d[i]
d[9] = 1
print(size(d))
d.clear()
print(size(d))
print(size({0: a, 1: a, 2: a, 3: a, 4: a, 5: a}), size({i: i for i in range(22)}))
d = {1: 1}
d.update({i: i for i in range(20)})
print(size(d))
# expect[3.8]: 64 232 232 232 232 232 232 232
# expect[3.9]: 64 232 232 232 232 232 232 232
# expect[3.10]: 64 64 232 232 232 64 64 64
# expect[3.11]: 64 64 224 184 184 64 64 64
# expect[3.12]: 64 64 224 184 184 64 64 64
# expect[3.13]: 64 64 224 184 184 64 64 64
# expect[3.8]: [232, 232, 232, 360, 640] [232, 232, 232, 360, 640]
# expect[3.9]: [232, 232, 232, 360, 640] [232, 232, 232, 360, 640]
# expect[3.10]: [64, 232, 232, 360, 640] [232, 360, 232, 360, 640]
# expect[3.11]: [64, 224, 224, 352, 632] [224, 352, 224, 352, 632]
# expect[3.12]: [64, 224, 224, 352, 632] [224, 352, 224, 352, 632]
# expect[3.13]: [64, 224, 224, 352, 632] [224, 352, 224, 352, 632]
# expect[3.8]: 360 360 360 360
# expect[3.9]: 360 360 360 360
# expect[3.10]: 360 360 360 360
# expect[3.11]: 352 352 352 352
# expect[3.12]: 352 352 352 352
# expect[3.13]: 352 352 352 352
# expect[3.8]: 360 232 232
# expect[3.9]: 360 232 232
# expect[3.10]: 360 360 360
# expect[3.11]: 352 352 352
# expect[3.12]: 352 352 352
# expect[3.13]: 352 352 352
# expect[3.8]: 360
# expect[3.9]: 360
# expect[3.10]: 360
# expect[3.11]: 352
# expect[3.12]: 352
# expect[3.13]: 352
# expect[3.8]: 232
# expect[3.9]: 232
# expect[3.10]: 360
# expect[3.11]: 352
# expect[3.12]: 352
# expect[3.13]: 352
# expect: 64
# expect[3.8]: 360 1176
# expect[3.9]: 360 1176
# expect[3.10]: 360 1176
# expect[3.11]: 352 1168
# expect[3.12]: 352 1168
# expect[3.13]: 352 1168
# expect[3.8]: 640
# expect[3.9]: 640
# expect[3.10]: 1176
# expect[3.11]: 1168
# expect[3.12]: 1168
# expect[3.13]: 1168
