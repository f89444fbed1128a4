l = list(range(8))
l[::2] = 'abcd'
print(l)
l[::-3] = [7, 8, 9]
print(l)
try:
    l[::2] = [1, 2]
except ValueError as e:
    print(e)
try:
    l[::2] = 5
except TypeError as e:
    print(e)
l[::1] = [0]
print(l)
# expect: ['a', 1, 'b', 3, 'c', 5, 'd', 7]
# expect: ['a', 9, 'b', 3, 8, 5, 'd', 7]
# expect: attempt to assign sequence of size 2 to extended slice of size 4
# expect: must assign iterable to extended slice
# expect: [0]
