# Sizes and blocks of generators, coroutines and their frames.
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


def none():
    yield


def six(a, b=1, c=2, d=3, e=4, f=5):
    yield a


def deep():
    yield (1, (2, (3, (4, [5, 6, 7, len([])]))))


def cells(a, b):
    yield lambda: (a, b)


def trying():
    try:
        with open as x:
            yield 1
    except Exception:
        yield 2
    finally:
        yield 3


async def coroutine(a=1):
    return a


async def awaiting(a=1):
    await coroutine()


async def asynchronous(a=1):
    yield a


def made(function, *args):
    return function(*args)


def begun(function, *args):
    generator = function(*args)
    next(generator)
    return generator


def finished(function, *args):
    generator = function(*args)
    list(generator)
    return generator


def closed(function, *args):
    generator = function(*args)
    next(generator)
    generator.close()
    return generator


def closed_early(function, *args):
    generator = function(*args)
    generator.close()
    return generator


blocks("expression", lambda: (x for x in ()))
blocks("expression of list", lambda: (x for x in [1, 2]))
blocks("expression closure", lambda a: (x + a for x in ()), 1)
for function, args in ((none, ()), (six, (1,)), (deep, ()), (cells, (1, 2))):
    for how in (made, begun, finished, closed, closed_early):
        blocks(function.__name__ + " " + how.__name__, how, function, *args)
blocks("trying", trying)
def coroutines(function, early):
    made = function()
    if early:
        made.close()
    return made


KEPT = []


def keep(made):
    KEPT.append(made)
    return made


# A coroutine that is not awaited is closed, so that nobody warns.
for early in (False, True):
    KEPT[:] = [None] * 20
    del KEPT[:]
    blocks("coroutine", lambda: keep(coroutines(coroutine, early)))
    blocks("awaiting", lambda: keep(coroutines(awaiting, early)))
    for made in KEPT:
        made.close()
waiting = coroutine()
blocks("coroutine.__await__", waiting.__await__)
waiting.close()
blocks("asynchronous", asynchronous)
blocks("two", lambda: [none(), none()])
blocks("three", lambda: [none(), none(), none()])
blocks("two kinds", lambda: [none(), six(1)])


def frame_of(generator):
    return generator, generator.gi_frame


blocks("with frame", lambda: frame_of(none()))
blocks("frame alone", lambda: none().gi_frame)
blocks("finished frame", lambda: (finished(none), none().gi_frame))


def current():
    return sys._getframe()


def current3(a=1, b=2, c=3):
    return sys._getframe()


blocks("frame", current)
blocks("frame 3", current3)
print([sys.getsizeof(f.gi_frame) for f in (none(), six(1), deep(), cells(1, 2), trying())])
print([sys.getsizeof(f) for f in (none(), six(1), deep(), cells(1, 2), trying())])
print([f.__code__.co_stacksize for f in (none, six, cells, current)])
for g in (none(), coroutine(), asynchronous()):
    print(type(g).__name__, type(g).__basicsize__, type(g).__itemsize__, g.__sizeof__(), sys.getsizeof(g))
    if hasattr(g, "close"):
        g.close()
