# The size of a dict by the way it was made and its number of entries.
import sys
import collections


class Mapping:
    def __init__(self, n):
        self.n = n

    def keys(self):
        return range(self.n)

    def __getitem__(self, key):
        return key


def text(n):
    return ["k%d" % i for i in range(n)]


def holed(n):
    table = dict.fromkeys(range(n + 5))
    for i in range(5):
        del table[i]
    return table


sizes = list(range(0, 24)) + [32, 42, 43, 64, 85, 86, 128, 170, 171, 341, 342, 683, 1000, 1365, 5000]
ways = [
    ("comprehension", lambda n: {i: i for i in range(n)}),
    ("comprehension of str", lambda n: {k: k for k in text(n)}),
    ("fromkeys(range)", lambda n: dict.fromkeys(range(n))),
    ("fromkeys(list of str)", lambda n: dict.fromkeys(text(n))),
    ("fromkeys(set)", lambda n: dict.fromkeys(set(range(n)))),
    ("fromkeys(set of str)", lambda n: dict.fromkeys(set(text(n)))),
    ("fromkeys(dict)", lambda n: dict.fromkeys(dict.fromkeys(range(n)))),
    ("fromkeys(dict of str)", lambda n: dict.fromkeys(dict.fromkeys(text(n)))),
    ("dict(pairs)", lambda n: dict([(i, i) for i in range(n)])),
    ("dict(zip)", lambda n: dict(zip(range(n), range(n)))),
    ("dict(dict)", lambda n: dict({i: i for i in range(n)})),
    ("dict(dict of str)", lambda n: dict({k: 1 for k in text(n)})),
    ("dict(**)", lambda n: dict(**{k: 1 for k in text(n)})),
    ("{**}", lambda n: {**{i: i for i in range(n)}}),
    ("{**, a}", lambda n: {**{k: 1 for k in text(n)}, "a": 1}),
    ("{a, **}", lambda n: {"a": 1, **{k: 1 for k in text(n)}}),
    ("copy", lambda n: {i: i for i in range(n)}.copy()),
    ("copy with holes", lambda n: holed(n).copy()),
    ("dict with holes", lambda n: dict(holed(n))),
    ("dict(mapping)", lambda n: dict(Mapping(n))),
    ("holes", holed),
    ("int into str", lambda n: {**{k: 1 for k in text(n)}, 5: 1}),
    ("defaultdict", lambda n: collections.defaultdict(int, {i: i for i in range(n)})),
    ("Counter", lambda n: collections.Counter(range(n))),
    ("OrderedDict", lambda n: collections.OrderedDict((i, i) for i in range(n))),
]
for name, make in ways:
    print(name, *[sys.getsizeof(make(n)) for n in sizes])


def updated(first, second):
    table = {i: i for i in range(first)}
    table.update({i: i for i in range(second)})
    return sys.getsizeof(table)


for first in (0, 1, 3, 5, 6, 10, 21):
    print("update", first, *[updated(first, n) for n in sizes])
for n in list(range(0, 40)) + [60, 100]:
    ints = eval("{" + ", ".join("%d: None" % i for i in range(n)) + "}")
    texts = eval("{" + ", ".join("'k%d': None" % i for i in range(n)) + "}")
    both = eval("{" + ", ".join(("'k%d': None" if i % 2 else "%d: None") % i for i in range(n)) + "}")
    x = 3
    names = eval("{" + ", ".join("x + %d: x" % i for i in range(n)) + "}", {"x": 3})
    print("literal", n, sys.getsizeof(ints), sys.getsizeof(texts), sys.getsizeof(both), sys.getsizeof(names))
