# What __slots__ does not allow, and what slots say when they are empty or misused.
import sys


def attempt(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)


class One:
    __slots__ = ("a",)


class Two:
    __slots__ = ("b",)


class Weak:
    __slots__ = ("__weakref__",)


class WithDict:
    __slots__ = ("__dict__",)


attempt("layouts", lambda: type("X", (One, Two), {}))
attempt("layouts with slots", lambda: type("X", (One, Two), {"__slots__": ()}))
attempt("value in the class", lambda: type("X", (), {"__slots__": ("a",), "a": 1}))
attempt("no identifier", lambda: type("X", (), {"__slots__": ("1a",)}))
attempt("empty name", lambda: type("X", (), {"__slots__": ("",)}))
attempt("not a str", lambda: type("X", (), {"__slots__": (1,)}))
attempt("an int", lambda: type("X", (), {"__slots__": 5}))
attempt("dict twice", lambda: type("X", (), {"__slots__": ("__dict__", "__dict__")}))
attempt("weakref twice", lambda: type("X", (), {"__slots__": ("__weakref__", "__weakref__")}))
attempt("dict again", lambda: type("X", (WithDict,), {"__slots__": ("__dict__",)}))
attempt("weakref again", lambda: type("X", (Weak,), {"__slots__": ("__weakref__",)}))
attempt("of int", lambda: type("X", (int,), {"__slots__": ("a",)}))
attempt("of tuple", lambda: type("X", (tuple,), {"__slots__": ("a",)}))
attempt("of bytes", lambda: type("X", (bytes,), {"__slots__": ("a",)}))
attempt("of int, empty", lambda: type("X", (int,), {"__slots__": ()}).__basicsize__)
attempt("of int, dict", lambda: type("X", (int,), {"__slots__": ("__dict__",)}).__itemsize__)
attempt("of int, weakref", lambda: type("X", (int,), {"__slots__": ("__weakref__",)}))
attempt("of list", lambda: type("X", (list,), {"__slots__": ("a",)}).__basicsize__)
attempt("of str", lambda: type("X", (str,), {"__slots__": ("a",)}).__basicsize__)
attempt("of dict", lambda: type("X", (dict,), {"__slots__": ("a",)}).__basicsize__)
attempt("of bool", lambda: type("X", (bool,), {}))
attempt("the same name twice", lambda: type("X", (), {"__slots__": ("a", "a")}).__basicsize__)
attempt("mangled", lambda: sorted(n for n in vars(type("X", (), {"__slots__": ("__p", "_q", "__r__")})) if "p" in n or n in ("_q", "__r__")))
attempt("a mapping", lambda: type("X", (), {"__slots__": {"a": "its doc"}}).__slots__)
attempt("an iterator", lambda: sorted(n for n in vars(type("X", (), {"__slots__": iter("ab")})) if len(n) == 1))
one = One()
attempt("empty", lambda: one.a)
attempt("delete empty", lambda: delattr(one, "a"))
attempt("unknown", lambda: one.b)
attempt("set unknown", lambda: setattr(one, "b", 1))
attempt("delete unknown", lambda: delattr(one, "b"))
attempt("dict", lambda: one.__dict__)
attempt("vars", lambda: vars(one))
attempt("weakref", lambda: one.__weakref__)
attempt("descriptor", lambda: One.a)
attempt("descriptor's type", lambda: type(One.a).__name__)
attempt("of another", lambda: One.a.__get__(Two()))
attempt("set of another", lambda: One.a.__set__(Two(), 1))
one.a = 5
attempt("set", lambda: (one.a, One.a.__get__(one), One.a.__get__(None, One) is One.a))
del one.a
attempt("deleted", lambda: one.a)
attempt("class of another layout", lambda: setattr(One(), "__class__", Two))
attempt("class with a dict", lambda: setattr(One(), "__class__", WithDict))


class Alike:
    __slots__ = ("a",)


moved = One()
moved.a = 3
moved.__class__ = Alike
attempt("class of the same layout", lambda: (type(moved).__name__, moved.a))
