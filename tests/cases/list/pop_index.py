l = [1, 2, 3, 4]
print(l.pop(0), l.pop(-1), l.pop(), l)
for index in (5, -3):
    try:
        l.pop(index)
    except IndexError as e:
        print(e)
try:
    [].pop()
except IndexError as e:
    print(e)
try:
    l.pop('a')
except TypeError as e:
    print(e)
try:
    l.pop(2 ** 100)
except OverflowError as e:
    print(e)
# expect: 1 4 3 [2]
# expect: pop index out of range
# expect: pop index out of range
# expect: pop from empty list
# expect: 'str' object cannot be interpreted as an integer
# expect: Python int too large to convert to C ssize_t
