# The messages of attributes that cannot be read, set or deleted, by where the attribute would be.
def attempt(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)


class S:
    __slots__ = ("a",)


class T(S):
    __slots__ = ()

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)


class U(S):
    __slots__ = ()
    k = 1
    p = property(lambda self: 1)

    def __setattr__(self, name, value):
        super().__setattr__(name, value)

    def m(self):
        pass


class D:
    pass


D.nameless = property()
things = [S(), T(), U(), 5, [], object(), None, U().m, len, (x for x in []), 1.5, "x", (), range(3), {}, type, int, D, D()]
for thing in things:
    label = type(thing).__name__
    attempt(label + " get", lambda: thing.zz)
    attempt(label + " delete", lambda: delattr(thing, "zz"))
    attempt(label + " doc", lambda: setattr(thing, "__doc__", 1))
    attempt(label + " class", lambda: delattr(thing, "__class__"))
    attempt(label + " set", lambda: setattr(thing, "zz", 1))
u = U()
for name in "kmp":
    attempt("U set " + name, lambda: setattr(u, name, 1))
    attempt("U delete " + name, lambda: delattr(u, name))
attempt("slot", lambda: S().a)
attempt("slot by descriptor", lambda: S.a.__get__(S()))
attempt("delete slot", lambda: delattr(S(), "a"))
attempt("delete slot by descriptor", lambda: S.a.__delete__(S()))
attempt("object's set", lambda: object.__setattr__(S(), "q", 1))
attempt("object's delete", lambda: object.__delattr__(S(), "q"))
attempt("nameless get", lambda: D().nameless)
attempt("nameless set", lambda: setattr(D(), "nameless", 1))
attempt("nameless delete", lambda: delattr(D(), "nameless"))
attempt("name of int", lambda: setattr(int, "__name__", "x"))
attempt("bases of int", lambda: setattr(int, "__bases__", ()))
attempt("name of D", lambda: delattr(D, "__name__"))
attempt("qualname of D", lambda: delattr(D, "__qualname__"))
attempt("not there in D", lambda: delattr(D, "yy"))
