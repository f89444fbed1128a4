# Sizes and blocks where a number does not fit a machine word, and of what asks for attributes that are not there.
import gc
import itertools
import operator
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


BIG = 1 << 70


class Plain:
    pass


blocks("slice", lambda: [1, 2][-BIG:BIG])
blocks("find", lambda: "abc".find("c", -BIG, BIG))
blocks("enumerate", enumerate, [], BIG)
blocks("count", itertools.count, BIG)
blocks("count step", itertools.count, 0, BIG)
for step in (1, 3, -1, BIG, 1 << 100):
    blocks("range %d" % step, range, 5, BIG * (-1 if step < 0 else 1), step)
    blocks("iter %d" % step, lambda r: iter(r), range(5, BIG * (-1 if step < 0 else 1), step))
    blocks("reversed %d" % step, reversed, range(5, BIG * (-1 if step < 0 else 1), step))


def used(iterator, times):
    for _ in range(times):
        next(iterator)
    return iterator


blocks("used", lambda: used(iter(range(BIG, 3 * BIG, 1 << 60)), 5))
blocks("used up", lambda: list(used(iter(range(BIG, BIG + 10)), 5)))
blocks("item", lambda r: r[1 << 65], range(BIG))
blocks("small item", lambda r: r[5], range(BIG))
it = used(iter(range(BIG, BIG + 10)), 5)
print(operator.length_hint(it), next(it) - BIG, len(list(it)), next(it, "over"))
blocks("getattr of a module", lambda: getattr(sys, "missing", None))
blocks("hasattr of a module", hasattr, sys, "missing")
blocks("getattr of a class", lambda: getattr(Plain, "missing", None))
blocks("getattr", lambda: getattr(Plain(), "missing", None))
blocks("itemgetter", operator.itemgetter, 1)
blocks("itemgetter 2", operator.itemgetter, 1, 2)
blocks("attrgetter", lambda: operator.attrgetter("a"))
blocks("methodcaller", lambda: operator.methodcaller("a"))
