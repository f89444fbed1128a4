# What gc.get_referrers() finds.
import collections
import functools
import gc
import types

gc.disable()


class C:
    pass


class S:
    __slots__ = ("x",)


class Target:
    pass


def show(label, make):
    """Holders of the target that `make` builds; what calls hold is taken away."""
    target = Target()
    base = [id(holder) for holder in gc.get_referrers(target)]
    kept = make(target)
    found = [holder for holder in gc.get_referrers(target) if id(holder) not in base]
    found = [type(holder).__name__ for holder in found if type(holder).__name__ != "frame"]
    print(label, found)


def attribute(target):
    c = C()
    c.a = target
    return c


def attribute_touched(target):
    c = C()
    c.a = target
    c.__dict__
    return c


def slot(target):
    s = S()
    s.x = target
    return s


def closure(target):
    return lambda: target


def default(target):
    return lambda x=target: x


def klass(target):
    class K:
        a = target
    return K


def generator(target):
    def g(x):
        yield x
        yield x
    it = g(target)
    next(it)
    return it


def two(target):
    return [target], {"a": target}, (target, target)


show("list", lambda t: [t])
show("list twice", lambda t: [t, t])
show("tuple", lambda t: (t,))
show("dict", lambda t: {"a": t})
show("dict key", lambda t: {t: 1})
show("set", lambda t: {t})
show("deque", lambda t: collections.deque([t]))
show("cell", lambda t: types.CellType(t))
show("partial", lambda t: functools.partial(print, t))
show("method", lambda t: t.__init__)
show("nested", lambda t: [[t]])
show("namespace", lambda t: types.SimpleNamespace(a=t))
show("exception", lambda t: ValueError(t))
for make in (attribute, attribute_touched, slot, closure, default, klass, generator, two):
    show(make.__name__, make)

module_level = Target()
print("global", [holder is globals() for holder in gc.get_referrers(module_level)])
a, b = Target(), Target()
both = [a, b]
print("either", [holder is both for holder in gc.get_referrers(a, b) if type(holder) is list])
print("none", gc.get_referrers())
