def show(n):
    print('asked', n)
    return n
print(all([]), any([]), all([1, 2]), any([0, '']), all(x for x in (1, 0, 1)))
print(any(show(x) for x in (0, 2, 3)))
print(all(show(x) for x in (1, 0, 3)))
try:
    all(5)
except TypeError as e:
    print(e)
# expect: True False True False False
# expect: asked 0
# expect: asked 2
# expect: True
# expect: asked 1
# expect: asked 0
# expect: False
# expect: 'int' object is not iterable
