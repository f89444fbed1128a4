calls = []
def key(x):
    calls.append(x)
    return -x
l = [3, 1, 2]
l.sort(key=key)
print(l, calls)
l.sort(key=None)
print(l)
# expect: [3, 2, 1] [3, 1, 2]
# expect: [1, 2, 3]
