# Sizes and blocks of the containers of collections and of their iterators.
import gc
import sys
import tracemalloc


def blocks(label, make, *args):
    """What getsizeof says, and the sizes of the blocks that stay."""
    make(*args)
    gc.collect()
    tracemalloc.start()
    before = sys.getallocatedblocks()
    kept = make(*args)
    count = sys.getallocatedblocks() - before
    traces = tracemalloc.take_snapshot().traces
    tracemalloc.stop()
    sizes = sorted(t.size for t in traces if t.traceback[0].filename == __file__)
    print(label, sys.getsizeof(kept), count, sizes)


import collections

OD = collections.OrderedDict([(1, 2), (2, 3), ("a", 4)])
D = collections.deque([1, 2, 3])


def used(iterator, times=1):
    for _ in range(times):
        next(iterator)
    return iterator


blocks("deque", collections.deque)
blocks("deque 1", collections.deque, [1])
for n in (31, 32, 33, 63, 64, 65, 96, 97, 128, 200):
    blocks("deque %d" % n, collections.deque, range(5) if n < 5 else [0] * n)
blocks("deque maxlen", collections.deque, [0] * 200, 3)
blocks("deque copy", D.copy)
blocks("iter(deque)", iter, D)
blocks("reversed(deque)", reversed, D)
blocks("OrderedDict", collections.OrderedDict)
blocks("OrderedDict 1", collections.OrderedDict, [(1, 2)])
for n in (5, 6, 10, 11, 21, 22, 43, 100):
    blocks("OrderedDict %d" % n, collections.OrderedDict.fromkeys, range(n))
blocks("OrderedDict str", collections.OrderedDict.fromkeys, "abc")
blocks("OrderedDict keywords", lambda: collections.OrderedDict(a=1, b=2))
blocks("OrderedDict copy", OD.copy)
blocks("iter(od)", iter, OD)
blocks("reversed(od)", reversed, OD)
blocks("iter(od.items())", lambda: iter(OD.items()))
blocks("iter(od.values())", lambda: iter(OD.values()))
blocks("iter(od.items()) begun", lambda: used(iter(OD.items())))
blocks("od.keys()", OD.keys)
blocks("od.items()", OD.items)
blocks("defaultdict", collections.defaultdict)
blocks("defaultdict list", collections.defaultdict, list)
blocks("defaultdict filled", lambda: collections.defaultdict(list, {1: 2}))


def missing():
    d = collections.defaultdict(list)
    d[1].append(1000)
    return d


blocks("defaultdict missing", missing)
blocks("Counter", collections.Counter)
blocks("Counter of text", collections.Counter, "abca")
blocks("ChainMap", collections.ChainMap, {})
blocks("UserDict", collections.UserDict)
blocks("UserList", collections.UserList, [1, 2])
blocks("UserString", collections.UserString, "abc")
Point = collections.namedtuple("Point", "x y")
blocks("namedtuple", Point, 1, 2)
blocks("namedtuple _make", Point._make, [1, 2])
blocks("namedtuple _asdict", Point(1, 2)._asdict)
blocks("namedtuple _replace", lambda: Point(1, 2)._replace(x=5))


class OD2(collections.OrderedDict):
    pass


class D2(collections.deque):
    pass


class DD2(collections.defaultdict):
    pass


class Slots(collections.OrderedDict):
    __slots__ = ()


for kind in (OD2, D2, DD2, Slots):
    blocks("subclass", kind)
    blocks("subclass filled", lambda: kind([(1, 2), (2, 3)]) if kind is not DD2 else kind(list, [(1, 2), (2, 3)]))
