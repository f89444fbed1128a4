# How much room a list has, by the way it was made and its length.
import sys


def slots(items):
    return (sys.getsizeof(items) - sys.getsizeof([])) // 8


def numbers(n):
    for i in range(n):
        yield i


class Sized:
    def __init__(self, n, hint):
        self.n = n
        self.hint = hint

    def __iter__(self):
        return iter(numbers(self.n))

    def __length_hint__(self):
        return self.hint


sizes = list(range(41)) + [60, 100, 127, 128, 129, 500, 1000, 4999, 5000]
ways = [
    ("list(range)", lambda n: list(range(n))),
    ("list(tuple)", lambda n: list((None,) * n)),
    ("list(list)", lambda n: list([None] * n)),
    ("list(str)", lambda n: list("x" * n)),
    ("list(bytes)", lambda n: list(b"x" * n)),
    ("list(bytearray)", lambda n: list(bytearray(n))),
    ("list(dict)", lambda n: list(dict.fromkeys(range(n)))),
    ("list(items)", lambda n: list(dict.fromkeys(range(n)).items())),
    ("list(set)", lambda n: list(set(range(n)))),
    ("list(frozenset)", lambda n: list(frozenset(range(n)))),
    ("list(generator)", lambda n: list(numbers(n))),
    ("list(map)", lambda n: list(map(abs, range(n)))),
    ("list(filter)", lambda n: list(filter(None, range(n)))),
    ("list(zip)", lambda n: list(zip(range(n)))),
    ("list(enumerate)", lambda n: list(enumerate(range(n)))),
    ("list(iter(list))", lambda n: list(iter([None] * n))),
    ("list(iter(range))", lambda n: list(iter(range(n)))),
    ("list(reversed)", lambda n: list(reversed([None] * n))),
    ("list(iter(dict))", lambda n: list(iter(dict.fromkeys(range(n))))),
    ("list(hint right)", lambda n: list(Sized(n, n))),
    ("list(hint high)", lambda n: list(Sized(n, 2 * n + 3))),
    ("list(hint low)", lambda n: list(Sized(n, n // 2))),
    ("comprehension", lambda n: [i for i in range(n)]),
    ("condition", lambda n: [i for i in range(n) if i % 3]),
    ("nested", lambda n: [i for i in range(n) for j in range(2)]),
    ("sorted(list)", lambda n: sorted([0] * n)),
    ("sorted(set)", lambda n: sorted(set(range(n)))),
    ("sorted(dict)", lambda n: sorted(dict.fromkeys(range(n)))),
    ("sorted(generator)", lambda n: sorted(numbers(n))),
    ("[*list]", lambda n: [*[None] * n]),
    ("[*range]", lambda n: [*range(n)]),
    ("[*set]", lambda n: [*set(range(n))]),
    ("[*generator]", lambda n: [*numbers(n)]),
    ("[*list, *list]", lambda n: [*[None] * n, *[None] * n]),
    ("copy", lambda n: list(range(n)).copy()),
    ("slice", lambda n: list(range(n))[:]),
    ("slice of step", lambda n: list(range(n))[::2]),
    ("a + b", lambda n: list(range(n)) + [1, 2]),
    ("[x] * n", lambda n: [n] * n),
    ("[x, y] * n", lambda n: [n, n] * n),
    ("split", lambda n: ("x " * n).split()),
    ("split comma", lambda n: ("x," * n).split(",")),
    ("rsplit comma", lambda n: ("x," * n).rsplit(",")),
    ("split bytes", lambda n: (b"x," * n).split(b",")),
    ("splitlines", lambda n: ("x\n" * n).splitlines()),
    ("keys in order", lambda n: list(dict.fromkeys(range(n)).keys())),
    ("dir-like", lambda n: sorted(str(i) for i in range(n))),
]
for name, make in ways:
    print(name, *[slots(make(n)) for n in sizes])


def grow(how, n):
    items = []
    how(items, n)
    return slots(items)


def add(items, n):
    items += range(n)


def extend_twice(items, n):
    items.extend(range(n))
    items.extend(range(n))


print("extend empty", *[grow(lambda items, n: items.extend(range(n)), n) for n in sizes])
print("+= empty", *[grow(add, n) for n in sizes])
print("extend twice", *[grow(extend_twice, n) for n in sizes])
print("extend generator", *[grow(lambda items, n: items.extend(numbers(n)), n) for n in sizes])
print("extend set", *[grow(lambda items, n: items.extend(set(range(n))), n) for n in sizes])
print("slice of empty", *[grow(lambda items, n: items.__setitem__(slice(0, 0), range(n)), n) for n in sizes])
