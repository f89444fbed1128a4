print(range(0) == range(2, 2), range(3) == range(0, 3, 1), range(0, 3, 2) == range(0, 4, 2), range(1) == [0], range(3) != range(4))
print(hash(range(0)) == hash(range(5, 5, 3)), hash(range(0, 3, 2)) == hash(range(0, 4, 2)), hash(range(3)))
try:
    range(1) < range(2)
except TypeError as e:
    print(e)
# expect: True True True False True
# expect: True True -8338477496398685190
# expect: '<' not supported between instances of 'range' and 'range'
