l = [1, 2, 3, 2, 1.0, True]
print(l.index(2), l.index(2, 2), l.index(1, 1), l.index(3, -5, -1))
try:
    l.index('x')
except ValueError as e:
    print(e)
try:
    l.index(3, 3)
except ValueError as e:
    print(e)
try:
    l.index(3, 'a')
except TypeError as e:
    print(e)
# expect: 1 3 4 2
# expect: 'x' is not in list
# expect: 3 is not in list
# expect: slice indices must be integers or have an __index__ method
