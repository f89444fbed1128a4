# Sizes and blocks of the iterators of the builtin types.
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


LIST = [1, 2, 3]
DICT = {1: 2, "a": 3}
SET = {1, 2}
BYTES = b"abc"
TEXTS = {"ascii": "abc", "latin": "\xe9\xe8", "wide": "\u20ac\u20ad", "astral": "\U0001f600"}
blocks("iter(list)", iter, LIST)
blocks("iter([])", lambda: iter([]))
blocks("reversed(list)", reversed, LIST)
blocks("iter(tuple)", iter, (1, 2, 3))
blocks("reversed(tuple)", reversed, (1, 2, 3))
for kind in TEXTS:
    blocks("iter(str) " + kind, iter, TEXTS[kind])
blocks("reversed(str)", reversed, "abc")
blocks("iter(bytes)", iter, BYTES)
blocks("iter(bytearray)", iter, bytearray(3))
blocks("iter(memoryview)", iter, memoryview(BYTES))
blocks("memoryview", memoryview, BYTES)
blocks("memoryview slice", lambda v: v[1:], memoryview(BYTES))
blocks("memoryview cast", lambda v: v.cast("H"), memoryview(b"abcd"))
blocks("iter(range)", iter, range(5))
blocks("reversed(range)", reversed, range(5))
blocks("iter(range) big", iter, range(1 << 70))
blocks("reversed(range) big", reversed, range(1 << 70))
blocks("range", range, 5)
blocks("range step", range, 1000, 5000, 300)
blocks("range big", range, 1 << 70)
blocks("iter(dict)", iter, DICT)
blocks("iter(keys)", lambda d: iter(d.keys()), DICT)
blocks("iter(values)", lambda d: iter(d.values()), DICT)
blocks("iter(items)", lambda d: iter(d.items()), DICT)
blocks("reversed(dict)", reversed, DICT)
blocks("reversed(values)", lambda d: reversed(d.values()), DICT)
blocks("reversed(items)", lambda d: reversed(d.items()), DICT)
blocks("keys", lambda d: d.keys(), DICT)
blocks("values", lambda d: d.values(), DICT)
blocks("items", lambda d: d.items(), DICT)
blocks("iter(set)", iter, SET)
blocks("iter(frozenset)", iter, frozenset(SET))
blocks("iter(f, x)", iter, lambda: 1, 2)


class Sequence:
    def __getitem__(self, index):
        raise IndexError

    def __len__(self):
        return 3


S = Sequence()
blocks("iter(sequence)", iter, S)
blocks("reversed(sequence)", reversed, S)
blocks("enumerate", enumerate, LIST)
blocks("enumerate start", enumerate, LIST, 1 << 40)
blocks("enumerate big", enumerate, LIST, 1 << 70)
blocks("zip()", zip)
blocks("zip(1)", zip, LIST)
blocks("zip(2)", zip, LIST, LIST)
blocks("zip(3)", zip, LIST, LIST, LIST)
blocks("map(1)", map, len, LIST)
blocks("map(2)", map, len, LIST, LIST)
blocks("filter", filter, None, LIST)
blocks("slice", slice, 1000, 2000)


def used(iterator, times=1):
    for _ in range(times):
        next(iterator)
    return iterator


def finished(iterator):
    for _ in iterator:
        pass
    return iterator


blocks("list begun", lambda: used(iter(LIST)))
blocks("list finished", lambda: finished(iter([1])))
blocks("items begun", lambda: used(iter(DICT.items())))
blocks("items finished", lambda: finished(iter(DICT.items())))
blocks("range begun", lambda: used(iter(range(1000, 2000))))
blocks("range big begun", lambda: used(iter(range(1 << 70)), 3))
blocks("enumerate begun", lambda: used(enumerate(LIST)))
blocks("enumerate begun at 1000", lambda: used(enumerate(LIST, 1000)))
blocks("zip begun", lambda: used(zip(LIST, LIST)))
blocks("zip finished", lambda: finished(zip(LIST, [1])))
blocks("map begun", lambda: used(map(str, LIST)))
blocks("filter finished", lambda: finished(filter(None, LIST)))
blocks("astral begun", lambda: used(iter(TEXTS["astral"])))
