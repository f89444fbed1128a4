# How many counts an object has that is held by names, attributes, items and cells.
import sys

count = sys.getrefcount


class Thing:
    pass


thing = Thing()
print("a global", count(thing))
other = thing
print("two globals", count(thing))
del other
print("one again", count(thing))
thing_list = [thing, thing, thing]
print("and three items", count(thing), count(thing_list[0]))
thing_list.pop()
print("and two items", count(thing))
del thing_list[:]
holder = Thing()
holder.thing = thing
print("an attribute", count(thing), count(holder.thing))
holder.__dict__["again"] = thing
print("two attributes", count(thing))
del holder
table = {1: thing, "two": thing, thing: 3}
print("a dict", count(thing), count(table[1]), count(table["two"]))
table.clear()
pair = (thing, thing)
print("a tuple", count(thing), count(pair[0]))
del pair
some = {thing}
print("a set", count(thing))
some.discard(thing)
print("alone", count(thing))
print("a temporary", count(Thing()), count([]), count({}), count(object()))


def local():
    x = Thing()
    print("a local", count(x))
    y = x
    print("two locals", count(x), count(y))
    del y
    print("one again", count(x))
    x = None
    z = Thing()
    z = z
    print("assigned to itself", count(z))


def captured():
    x = Thing()

    def inner():
        return count(x)

    print("a cell", count(x), inner())
    y = x
    print("a cell and a local", count(x), inner(), count(y))
    del y
    return inner


local()
print("a cell that outlives its frame", captured()())


class Holder:
    shared = Thing()
    print("in a class body", count(shared))

    def __init__(self):
        self.own = Thing()


print("of a class", count(Holder.shared), count(Holder().shared))
print("of an instance", count(Holder().own))
kept = Holder()
print("of an instance that is kept", count(kept.own), count(kept))
