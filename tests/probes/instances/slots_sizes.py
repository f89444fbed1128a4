# Slots in all combinations with inheritance, __dict__ and __weakref__: sizes, offsets, what an instance has.
import sys
import weakref

size = sys.getsizeof
S = {}


def make(name, bases, slots=None):
    space = {} if slots is None else {"__slots__": slots}
    S[name] = type(name, tuple(S[b] for b in bases), space)
    return S[name]


make("none", [], ())
make("one", [], ("a",))
make("two", [], ("a", "b"))
make("text", [], "alone")
make("listed", [], ["a", "b", "c"])
make("dict", [], ("a", "__dict__"))
make("weak", [], ("a", "__weakref__"))
make("both", [], ("a", "__dict__", "__weakref__"))
make("only_dict", [], ("__dict__",))
make("only_weak", [], ("__weakref__",))
make("plain", [])
make("plain_of_one", ["one"])
make("none_of_one", ["one"], ())
make("more_of_one", ["one"], ("z",))
make("same_of_one", ["one"], ("a",))
make("dict_of_one", ["one"], ("__dict__",))
make("weak_of_one", ["one"], ("__weakref__",))
make("slots_of_plain", ["plain"], ("s",))
make("none_of_plain", ["plain"], ())
make("plain_of_dict", ["dict"])
make("plain_of_weak", ["weak"])
make("weak_of_dict", ["dict"], ("__weakref__",))
make("dict_of_weak", ["weak"], ("__dict__",))
make("deep", ["more_of_one"], ("y", "x"))
make("deeper", ["deep"], ("w", "__weakref__"))
make("deepest", ["deeper"])
make("mix_none_one", ["none", "one"], ("q",))
make("mix_none_plain", ["none", "plain"])
make("mix_plain_none", ["plain", "none"], ("q",))
for name, cls in S.items():
    one = cls()
    facts = [cls.__basicsize__, cls.__dictoffset__, cls.__weakrefoffset__, size(cls), size(one)]
    facts.append(hasattr(one, "__dict__"))
    try:
        weakref.ref(one)
        facts.append(True)
    except TypeError as e:
        facts.append(str(e))
    try:
        one.free = 1
        facts.append(size(one.__dict__))
    except AttributeError:
        facts.append("no room")
    print(name, facts)
for n in range(0, 41, 4):
    cls = type("Wide", (), {"__slots__": ["s%d" % i for i in range(n)]})
    print("wide", n, cls.__basicsize__, size(cls()), size(cls))
