# Sizes and blocks that an exception keeps, with its traceback and the frames in it, and what a caught one leaves.
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


def fail():
    raise ValueError("text")


def deep(n):
    if n:
        deep(n - 1)
    fail()


class Box:
    def __len__(self):
        raise ValueError("text")

    def __getitem__(self, key):
        raise KeyError(key)

    def __iter__(self):
        raise ValueError("text")

    def __add__(self, other):
        raise ValueError("text")

    def method(self, a, b=2):
        local = [a, b]
        raise ValueError(local)


box = Box()
TESTS = {
    "call": fail, "method": lambda: box.method(1), "len": lambda: len(box), "item": lambda: box["k"],
    "iter": lambda: iter(box), "add": lambda: box + 1, "deep": lambda: deep(3), "key": lambda: {}["k"], "index": lambda: [][1],
    "zero": lambda: 1 // 0, "remove": lambda: [].remove(5),
}
for name in TESTS:
    test = TESTS[name]

    def caught():
        try:
            test()
        except Exception:
            return None

    def kind():
        try:
            test()
        except Exception as error:
            return type(error)

    def held():
        try:
            test()
        except Exception as error:
            return error

    blocks(name, caught)
    blocks(name + " kind", kind)
    blocks(name + " held", held)


def frames(n):
    return [sys._getframe()] + (frames(n - 1) if n else [])


blocks("frames", frames, 2)
blocks("frames again", frames, 2)
blocks("frame", lambda: sys._getframe())
blocks("caller", lambda: sys._getframe(1))
blocks("type", lambda: type(box))
error = held()
frame = error.__traceback__.tb_next.tb_frame
print(frame.f_code.co_name, gc.is_tracked(frame), [type(o).__name__ for o in gc.get_referrers(frame)][:1])
