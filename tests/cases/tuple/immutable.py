t = (1, [2])
try:
    t[0] = 5
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
try:
    t[1] += [3]
except TypeError as e:
    print(e)
print(t)
# expect: 'tuple' object does not support item assignment
# expect: 'tuple' object doesn't support item deletion
# expect: 'tuple' object does not support item assignment
# expect: (1, [2, 3])
