# Who holds an argument during a call: the caller's temporaries up to 3.10, the callee's locals alone from 3.11.
import functools
import sys

count = sys.getrefcount


class Thing:
    pass


thing = Thing()


def one(x):
    return count(x)


def two(x, y):
    return count(x), count(y)


def default(x=thing):
    return count(x)


def keyword_only(*, x):
    return count(x)


def rest(*args):
    return count(args), count(args[0])


def named(**kwargs):
    return count(kwargs), count(kwargs["x"])


def deeper(x, depth):
    return count(x) if depth == 0 else deeper(x, depth - 1)


def tail(x):
    return one(x)


def deleted(x):
    before = count(x)
    y = x
    del x
    return before, count(y)


def reassigned(x):
    x = [x]
    return count(x), count(x[0])


print("a global", one(thing))
print("a temporary", one(Thing()), one([]), one({}), one(object()))
print("a string made at run time", one("x" * sys.maxunicode.bit_length()))
print("twice", two(thing, thing), two(Thing(), Thing()))
print("by keyword", one(x=thing), one(x=Thing()), keyword_only(x=thing), keyword_only(x=Thing()))
print("default", default(), default(thing), default(Thing()))
print("through *", one(*(thing,)), one(*[thing]), one(*(Thing(),)), one(*[Thing()]))
pair = (Thing(), Thing())
kept = [Thing()]
print("through a kept sequence", two(*pair), one(*kept))
print("through **", one(**{"x": thing}), one(**{"x": Thing()}))
table = {"x": Thing()}
print("through a kept dict", one(**table), keyword_only(**table))
print("through * and **", two(*(thing,), **{"y": thing}), two(Thing(), **{"y": Thing()}), two(*[Thing()], y=Thing()))
print("rest", rest(thing), rest(Thing()), rest(*pair), rest(*kept))
print("named", named(x=thing), named(x=Thing()), named(**table))
print("through five calls", deeper(thing, 5), deeper(Thing(), 5))
print("handed on", tail(thing), tail(Thing()))
print("deleted", deleted(thing), deleted(Thing()))
print("reassigned", reassigned(thing), reassigned(Thing()))


def from_local():
    x = Thing()
    print("a local", one(x), one(x=x), one(*(x,)), two(x, x), deeper(x, 3), tail(x))
    print("an item", one([x][0]), rest(x), named(x=x))
    f = lambda y: count(y)
    print("a lambda", f(x), f(Thing()), (lambda y: count(y))(x))

    def inner(y):
        return count(x), count(y)

    print("a cell", inner(x), inner(Thing()))


from_local()
part = functools.partial(one, thing)
print("partial", part(), functools.partial(two, thing)(thing), functools.partial(one, x=thing)())
print("map", list(map(one, [thing])), list(map(one, [Thing()])), list(map(two, [thing], [thing])))
print("filter", [count(x) for x in filter(lambda x: print("  in the filter", count(x)), [Thing()])])
print("sorted", sorted([1, 2], key=lambda x: one(thing)))
seen = []
sorted([Thing(), Thing()], key=lambda x: seen.append(count(x)) or 0)
print("sorted by key", seen)
print("reduce", functools.reduce(lambda x, y: count(y), [thing, thing]))
print("max", max([thing], key=one) is thing, max(thing, thing, key=lambda x: seen.append(count(x)) or 0) is thing, seen[2:])
