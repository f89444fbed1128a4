# How many dead objects each free list keeps: blocks that come back, and that stay, when many objects die.
import gc
import sys


class Empty:
    __slots__ = ()


def kept(make, n):
    gc.collect()
    items = [None] * n
    before = sys.getallocatedblocks()
    for i in range(n):
        items[i] = make()
    full = sys.getallocatedblocks() - before
    for i in range(n):
        items[i] = None
    left = sys.getallocatedblocks() - before
    for i in range(n):
        items[i] = make()
    again = sys.getallocatedblocks() - before
    items = None
    gc.collect()
    return full - full % 10, left - left % 10, again - again % 10


x = 1000
for name, make in [
    ("list", lambda: []),
    ("dict", lambda: {}),
    ("dict of ints", lambda: {1: 1}),
    ("dict of strings", lambda: {"a": 1}),
    ("float", lambda: x / 7),
    ("tuple 1", lambda: (x,)),
    ("tuple 5", lambda: (x,) * 5),
    ("tuple 19", lambda: (x,) * 19),
    ("tuple 20", lambda: (x,) * 20),
    ("tuple 21", lambda: (x,) * 21),
    ("set", lambda: {x}),
    ("object", object),
    ("slotted", Empty),
    ("slice", lambda: slice(x)),
    ("int", lambda: x * 1000),
    ("str", lambda: str(x)),
]:
    print(name, *kept(make, 400), *kept(make, 3000))
