# What makes the dict of an instance, and what it takes.
import copy
import gc
import sys
import tracemalloc
import weakref


class Base:
    def __init__(self):
        self.a = None
        self.b = None

    def __eq__(self, other):
        return self is other

    __hash__ = object.__hash__


class Other(Base):
    pass


def grown(label, f):
    class C(Base):
        pass

    for _ in range(40):
        C()
    c = C()
    f(c)
    c = C()
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    kept = f(c)
    del kept
    gc.collect()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    print(label, after - before)


grown("nothing", lambda c: None)
grown("__dict__", lambda c: c.__dict__)
grown("vars", lambda c: vars(c))
grown("dir", lambda c: dir(c))
grown("getattr", lambda c: getattr(c, "a"))
grown("hasattr", lambda c: hasattr(c, "zz"))
grown("setattr again", lambda c: setattr(c, "a", 1))
grown("repr", lambda c: repr(c))
grown("hash", lambda c: hash(c))
grown("eq", lambda c: c == c)
grown("isinstance", lambda c: isinstance(c, Base))
grown("getsizeof", lambda c: sys.getsizeof(c))
grown("referents", lambda c: len(gc.get_referents(c)))
grown("copy", lambda c: copy.copy(c))
grown("reduce", lambda c: c.__reduce_ex__(2))
grown("own dict", lambda c: setattr(c, "__dict__", {}))
grown("own dict with an item", lambda c: setattr(c, "__dict__", {"a": 1}))
grown("class", lambda c: setattr(c, "__class__", Other))
grown("delete", lambda c: delattr(c, "a"))
grown("delete the last", lambda c: delattr(c, "b"))
grown("delete and set", lambda c: (delattr(c, "a"), setattr(c, "a", 1)))
grown("update the dict", lambda c: c.__dict__.update(a=5))
grown("int key", lambda c: c.__dict__.__setitem__(5, 1))
grown("new key", lambda c: c.__dict__.__setitem__("zz", 1))
grown("clear the dict", lambda c: c.__dict__.clear())
grown("pop from the dict", lambda c: c.__dict__.pop("a"))
grown("popitem from the dict", lambda c: c.__dict__.popitem())
grown("copy the dict", lambda c: c.__dict__.copy())
