# A class of its own takes keywords in __init__ or __new__; the plain ones take none. count takes complex numbers.
import itertools as I

for base, args in ((I.filterfalse, (bool, [0, 1])), (I.chain, ("ab",)), (I.starmap, (pow, [(2, 3)])),
                   (I.islice, ("abc", 2)), (I.takewhile, (bool, [1, 0])), (I.dropwhile, (bool, [1, 0])), (I.cycle, ("a",))):
    try:
        base(*args, extra=1)
    except TypeError as e:
        print(e)

    class Heir(base):
        def __init__(self, *args, extra=None):
            self.extra = extra

    heir = Heir(*args, extra=3)
    print(heir.extra, next(heir))

    class Plain(base):
        pass

    try:
        Plain(*args, extra=1)
    except TypeError as e:
        print(e)

print(list(I.islice(I.count(1 - 2j), 3)), list(I.islice(I.count(2, 0.5j), 3)))
for bad in ("a", None, [1]):
    try:
        I.count(bad)
    except TypeError as e:
        print(e)
# expect: filterfalse() takes no keyword arguments
# expect: 3 0
# expect: filterfalse() takes no keyword arguments
# expect: chain() takes no keyword arguments
# expect: 3 a
# expect: chain() takes no keyword arguments
# expect: starmap() takes no keyword arguments
# expect: 3 8
# expect: starmap() takes no keyword arguments
# expect: islice() takes no keyword arguments
# expect: 3 a
# expect: islice() takes no keyword arguments
# expect: takewhile() takes no keyword arguments
# expect: 3 1
# expect: takewhile() takes no keyword arguments
# expect: dropwhile() takes no keyword arguments
# expect: 3 0
# expect: dropwhile() takes no keyword arguments
# expect: cycle() takes no keyword arguments
# expect: 3 a
# expect: cycle() takes no keyword arguments
# expect: [(1-2j), (2-2j), (3-2j)] [2, (2+0.5j), (2+1j)]
# expect: a number is required
# expect: a number is required
# expect: a number is required
