# What derives from or registers with the abstract Sequence and Mapping matches their patterns, late registration included.
import collections
from collections.abc import Mapping, MutableSequence, Sequence


class Squares(Sequence):
    def __len__(self):
        return 4

    def __getitem__(self, index):
        if index >= 4:
            raise IndexError
        return index * index


class Registered:
    __len__ = Squares.__len__
    __getitem__ = Squares.__getitem__


class Heir(Registered):
    pass


def kind(value):
    match value:
        case [first, *_, last]:
            return "sequence", first, last
        case {"k": found, **rest}:
            return "mapping", found, rest
        case _:
            return "other"


print(kind(Squares()), kind(Heir()), kind(collections.UserDict(k=1, z=2)), kind(collections.UserList([1, 2])))
Sequence.register(Registered)
print(kind(Registered()), kind(Heir()), kind("ab"), kind(b"ab"), kind(collections.deque([1, 2])), kind({1, 2}))
print(hasattr(Sequence, "__abc_tpflags__"), [c.__flags__ >> 5 & 3 for c in (Squares, Mapping, MutableSequence, Heir)])
# expect: ('sequence', 0, 9) other ('mapping', 1, {'z': 2}) ('sequence', 1, 2)
# expect: ('sequence', 0, 9) ('sequence', 0, 9) other other ('sequence', 1, 2) other
# expect: False [1, 2, 1, 1]
