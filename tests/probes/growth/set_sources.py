# The size of a set or frozenset by the way it was made and its number of items.
import sys


def numbers(n):
    for i in range(n):
        yield i


def holed(n):
    items = set(range(n + 10))
    for i in range(10):
        items.discard(i)
    return items


sizes = list(range(0, 24)) + [31, 32, 40, 63, 64, 76, 77, 127, 128, 200, 255, 256, 306, 307, 512, 1000, 1228, 1229, 5000]
ways = [
    ("comprehension", lambda n: {i for i in range(n)}),
    ("set(range)", lambda n: set(range(n))),
    ("set(list)", lambda n: set(list(range(n)))),
    ("set(generator)", lambda n: set(numbers(n))),
    ("set(set)", lambda n: set(set(range(n)))),
    ("set(frozenset)", lambda n: set(frozenset(range(n)))),
    ("set(dict)", lambda n: set(dict.fromkeys(range(n)))),
    ("set(keys)", lambda n: set(dict.fromkeys(range(n)).keys())),
    ("set with holes", lambda n: set(holed(n))),
    ("holes", holed),
    ("copy", lambda n: set(range(n)).copy()),
    ("copy with holes", lambda n: holed(n).copy()),
    ("frozenset(range)", lambda n: frozenset(range(n))),
    ("frozenset(set)", lambda n: frozenset(set(range(n)))),
    ("frozenset(dict)", lambda n: frozenset(dict.fromkeys(range(n)))),
    ("a | b", lambda n: set(range(n)) | {1, 2, 3}),
    ("a & b", lambda n: set(range(n)) & set(range(n))),
    ("a - b", lambda n: set(range(n)) - {1, 2, 3}),
    ("a ^ b", lambda n: set(range(n)) ^ {1, 2, 3}),
    ("union(list)", lambda n: set().union(range(n))),
    ("union(sets)", lambda n: set().union(set(range(n)), {1, 2})),
    ("intersection(list)", lambda n: set(range(n)).intersection(range(n))),
    ("difference(list)", lambda n: set(range(n)).difference([1])),
    ("symmetric(list)", lambda n: set(range(n)).symmetric_difference([1])),
    ("{*range}", lambda n: {*range(n)}),
    ("{*set}", lambda n: {*set(range(n))}),
    ("keys & keys", lambda n: dict.fromkeys(range(n)).keys() & dict.fromkeys(range(n)).keys()),
    ("keys | list", lambda n: dict.fromkeys(range(n)).keys() | [1, 2]),
    ("keys - list", lambda n: dict.fromkeys(range(n)).keys() - [1, 2]),
]
for name, make in ways:
    print(name, *[sys.getsizeof(make(n)) for n in sizes])
x = 7
for n in range(1, 24):
    constants = eval("{" + ", ".join(str(i) for i in range(n)) + "}")
    names = eval("{" + ", ".join("x + %d" % i for i in range(n)) + "}", {"x": 3})
    print("literal", n, sys.getsizeof(constants), sys.getsizeof(names))
print("empty frozensets", frozenset() is frozenset(), frozenset([]) is frozenset(), frozenset(()) is frozenset(set()))
