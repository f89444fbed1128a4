"""Sets and dicts made of each other do not hash again; operators of frozensets make new objects; slots are no defaults."""
import dataclasses
import types
from collections import OrderedDict

f = frozenset("ab")
print(f.intersection() is f, (f & f) is f, f.difference() is f, f.union() is f, f.copy() is f)


class H(int):
    count = 0

    def __hash__(self):
        H.count += 1
        return int.__hash__(self)


def hashed(what):
    print(what, H.count)
    H.count = 0


d = dict.fromkeys(map(H, range(5)))
hashed("a new dict")
s = set(d)
hashed("set of a dict")
dict.fromkeys(s), dict.fromkeys(frozenset(d), 1), dict.fromkeys(d)
hashed("dict.fromkeys")
s.issubset(d), s.difference(d), s.update(d), s.symmetric_difference_update(d), dict(d), {**d}
hashed("the rest")


@dataclasses.dataclass
class Slotted:
    __slots__ = ("x",)
    x: int


@dataclasses.dataclass
class Derived(Slotted):
    x: int
    y: int


print(Derived(1, 2), type(Slotted.x) is types.MemberDescriptorType)
try:
    Slotted()
except TypeError as error:
    print(error)
namespace = OrderedDict([("a", 1), ("b", 2)])
namespace.move_to_end("a")
print(list(type("C", (), namespace).__dict__)[:2])
# expect: False False False False True
# expect: a new dict 5
# expect: set of a dict 0
# expect: dict.fromkeys 0
# expect: the rest 0
# expect: Derived(x=1, y=2) True
# expect: Slotted.__init__() missing 1 required positional argument: 'x'
# expect: ['b', 'a']
