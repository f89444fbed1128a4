# What an instance refers to, before and after its dict is asked for, and who refers to an attribute's value.
import gc
import sys


class C:
    def __init__(self, a):
        self.a = a


def names(objects):
    return [type(o).__name__ if not isinstance(o, type) else "class " + o.__name__ for o in objects]


value = [1]
c = C(value)
print("fresh", names(gc.get_referents(c)), gc.is_tracked(c))
print("who holds the value", sorted(names(gc.get_referrers(value))))
d = c.__dict__
print("asked", names(gc.get_referents(c)), gc.is_tracked(d))
print("who holds the value", sorted(names(gc.get_referrers(value))))
print("who holds the dict", [n for n in names(gc.get_referrers(d)) if n == "C"])
print("counts", sys.getrefcount(c), sys.getrefcount(d), sys.getrefcount(value))
del c
print("the dict alone", d["a"] is value, sys.getrefcount(d), sys.getsizeof(d))
e = C(value)
e.__dict__ = d
print("another's dict", e.a is value, names(gc.get_referents(e)), sys.getrefcount(d))
e.__dict__ = {}
print("an empty one", names(gc.get_referents(e)), sys.getrefcount(d), hasattr(e, "a"))


class S:
    __slots__ = ("x", "y")


s = S()
print("empty slots", names(gc.get_referents(s)))
s.x = value
s.y = d
print("slots", names(gc.get_referents(s)))
empty = C.__new__(C)
print("nothing yet", names(gc.get_referents(empty)), sys.getsizeof(empty))
empty.__dict__
print("asked", names(gc.get_referents(empty)))
print("ints", gc.is_tracked(C(1)), gc.is_tracked(C(1).__dict__), gc.is_tracked(C([]).__dict__))
