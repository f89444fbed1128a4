# The count of `self` and of arguments inside methods, however they are called.
import sys

count = sys.getrefcount


class Thing:
    pass


thing = Thing()


class Owner:
    def __init__(self, x=None, *rest):
        self.seen = count(self), count(x) if isinstance(x, Thing) else 0, count(rest[0]) if rest else 0

    def me(self):
        return count(self)

    def both(self, x):
        return count(self), count(x)

    def __call__(self, x):
        return count(self), count(x)

    def __getitem__(self, x):
        return count(self), count(x)

    def __add__(self, other):
        return count(self), count(other)

    def __radd__(self, other):
        return count(self), count(other)

    def __eq__(self, other):
        return count(self), count(other)

    def __getattr__(self, name):
        return count(self)

    def __len__(self):
        return count(self)

    def __bool__(self):
        print("  in bool", count(self))
        return True

    def __repr__(self):
        return "<%d>" % count(self)

    def __contains__(self, x):
        print("  in contains", count(self), count(x))
        return True

    def __setitem__(self, key, x):
        print("  in setitem", count(self), count(key), count(x))

    def __delitem__(self, key):
        print("  in delitem", count(self), count(key))

    def __iter__(self):
        print("  in iter", count(self))
        return iter(())

    def __enter__(self):
        print("  in enter", count(self))
        return self

    def __exit__(self, *args):
        print("  in exit", count(self), count(args))

    def __index__(self):
        return count(self)

    @property
    def prop(self):
        return count(self)

    @prop.setter
    def prop(self, x):
        print("  in the setter", count(self), count(x))

    @staticmethod
    def static(x):
        return count(x)

    @classmethod
    def of_class(cls, x):
        return count(x)


class Child(Owner):
    def me(self):
        return count(self), super().me(), Owner.me(self)


class Hashable(Owner):
    __hash__ = object.__hash__


owner = Owner()
print("init", owner.seen, Owner(thing).seen, Owner(Thing()).seen, Owner(x=thing).seen, Owner(thing, thing).seen)
print("init through *", Owner(*(thing, thing)).seen, Owner(*[Thing(), Thing()]).seen, Owner(**{"x": thing}).seen)
print("self", owner.me(), Owner().me(), Owner.me(owner), Owner.me(Owner()))
print("super", Child().me())
bound = owner.me
print("bound", bound(), count(owner))
del bound
print("both", owner.both(thing), owner.both(Thing()), Owner().both(x=thing), owner.both(*(thing,)), owner.both(owner))
print("call", owner(thing), owner(Thing()), owner(*[thing]))
print("call by keyword", Owner()(x=thing))
print("item", owner[thing], owner[Thing()], Owner()[thing])
print("add", owner + thing, thing + owner, Owner() + Thing(), owner + owner)
print("eq", owner == thing, thing == owner, Owner() == Thing())
print("attribute", owner.missing, Owner().missing, getattr(owner, "missing"), hasattr(owner, "x"))
print("len", len(owner), len(Owner()))
print("not", not owner, not Owner(), bool(owner))


def show(label, text):
    print(label, text)


show("repr", repr(owner))
show("str", str(owner))
show("percent s", "%s" % owner)
show("percent r", "%r" % owner)
show("percent of a tuple", "%s" % (owner,))
show("format", "{}".format(owner))
show("format r", "{!r}".format(owner))
show("f-string", f"{owner}")
show("f-string r", f"{owner!r}")
show("ascii", ascii(owner))
show("in a list", str([owner]))
show("in a tuple", str((owner,)))
show("in a dict", str({1: owner}))
show("as a key", str({Hashable(): 1}))
show("repr of a temporary", repr(Owner()))
show("percent of a temporary", "%r" % Owner())
show("format of a temporary", "{!r}".format(Owner()))
show("f-string of a temporary", f"{Owner()}")
show("list of a temporary", str([Owner()]))
print("print", owner)
print("print of a temporary", Owner())
print("contains", thing in owner, Thing() in Owner())
owner[thing] = thing
owner[Thing()] = Thing()
del owner[thing]
del owner[Thing()]
list(owner)
[*owner]
for x in owner:
    pass
with owner:
    print("with", count(owner))
with Owner() as o:
    print("with as", count(o))
print("index", hex(owner), "x" * owner)
print("index of range", range(owner)[-1])
print("property", owner.prop, Owner().prop)
owner.prop = thing
owner.prop = Thing()
print("static", owner.static(thing), Owner.static(Thing()), Owner.static(thing))
print("class method", owner.of_class(thing), Owner.of_class(Thing()))
