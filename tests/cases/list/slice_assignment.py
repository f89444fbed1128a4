l = list(range(6))
l[1:3] = 'abc'
print(l)
l[2:2] = [None]
print(l)
l[:] = l[:3]
print(l)
l[1:] = l
print(l)
l[5:1] = [0]
print(l)
try:
    l[0:1] = 5
except TypeError as e:
    print(e)
# expect: [0, 'a', 'b', 'c', 3, 4, 5]
# expect: [0, 'a', None, 'b', 'c', 3, 4, 5]
# expect: [0, 'a', None]
# expect: [0, 0, 'a', None]
# expect: [0, 0, 'a', None, 0]
# expect: can only assign an iterable
