# The count of a loop variable: what still holds the item beside the name.
import sys

count = sys.getrefcount


class Thing:
    pass


thing = Thing()
things = [Thing()]
for x in things:
    print("of a list", count(x), count(things))
for x in [Thing()]:
    print("of a list display", count(x))
for x in (Thing(),):
    print("of a tuple display", count(x))
for x in [thing]:
    print("a global", count(x), count(thing))
for x in (thing, thing):
    print("a global twice", count(x))
del x
for i, x in enumerate(things):
    print("enumerate", count(x))
for x, y in zip(things, things):
    print("zip", count(x), count(y))
for x, y in [(Thing(), Thing())]:
    print("unpacked", count(x), count(y))
for pair in zip(things, things):
    print("zip, the pair", count(pair))
kept = []
for pair in zip([1, 2], [3, 4]):
    kept.append(pair)
    print("zip, the pair kept", count(pair))
for pair in enumerate("ab"):
    print("enumerate, the pair", count(pair))
for key, x in {"k": Thing()}.items():
    print("items", count(x))
for pair in {"k": 1, "l": 2}.items():
    print("items, the pair", count(pair))
for x in {"k": Thing()}.values():
    print("values", count(x))
for x in {Thing(): 1}:
    print("keys", count(x))
for x in {Thing()}:
    print("set", count(x))
for x in reversed([Thing()]):
    print("reversed", count(x))
for x in map(lambda y: y, [Thing()]):
    print("map", count(x))
for x in filter(None, [Thing()]):
    print("filter", count(x))
for x in iter([Thing()]):
    print("iter", count(x))


def give():
    yield Thing()
    y = Thing()
    yield y
    del y
    yield things[0]


for x in give():
    print("a generator", count(x))
print("next", count(next(give())), count(next(iter([thing]))))
print("comprehensions", [count(x) for x in [Thing()]], [count(x) for x in things], [count(thing) for _ in "a"])
print("set and dict", {count(x) for x in [Thing()]}, {1: count(x) for x in [Thing()]})
print("generator expression", list(count(x) for x in [Thing()]), next(count(x) for x in things))
print("nested", [[count(x), count(y)] for x in things for y in things], [[count(x) for y in "a"] for x in [Thing()]])
print("after", count(x), count(things[0]))


def local():
    things = [Thing()]
    for x in things:
        print("in a function", count(x), count(things))
    print("after it", count(x))
    for x in [Thing(), Thing()]:
        print("a display", count(x))
    print("comprehensions", [count(x) for x in things], [count(things) for x in things], [count(y) for y in [x]])
    i = 10**6
    for j in range(i, i + 1):
        print("range", count(j), count(i))
    for j in range(10**6 + 1):
        pass
    print("range's last", count(j))
    first, *rest = things + things
    print("starred", count(first), count(rest), count(rest[0]))
    a, b = x, x
    print("a pair", count(a), count(x))
    a, b = b, a
    print("swapped", count(a))
    a = b = Thing()
    print("chained", count(a))


local()
n = 0
while n < 1:
    n += 1
    w = Thing()
    print("while", count(w))
if (walrus := Thing()) is not None:
    print("walrus", count(walrus), count(v := Thing()), count(v))
