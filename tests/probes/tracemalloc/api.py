# The functions of tracemalloc: start and stop, figures, peak, tracebacks of objects, errors.
import gc
import tracemalloc


def attempt(label, function, *args, **keywords):
    try:
        print(label, function(*args, **keywords))
    except Exception as error:
        print(label, type(error).__name__, error)


print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_traceback_limit())
attempt("snapshot", tracemalloc.take_snapshot)
attempt("object", tracemalloc.get_object_traceback, [])
attempt("stop", tracemalloc.stop)
attempt("clear", tracemalloc.clear_traces)
for frames in (0, -1, 1 << 70):
    attempt("start %r" % (frames,), tracemalloc.start, frames)
tracemalloc.stop()
tracemalloc.start(3)
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())
tracemalloc.start(7)
print("started twice", tracemalloc.get_traceback_limit())
tracemalloc.stop()
print("after stop", tracemalloc.is_tracing(), tracemalloc.get_traceback_limit(), tracemalloc.get_traced_memory())
tracemalloc.start()
print("limit", tracemalloc.get_traceback_limit())
before = tracemalloc.get_traced_memory()[0]
kept = bytes(100000)
after = tracemalloc.get_traced_memory()[0]
print("bytes", after - before >= 100033)
del kept
size, peak = tracemalloc.get_traced_memory()
print("peak", peak >= 100000, size < 100000)
if hasattr(tracemalloc, "reset_peak"):
    tracemalloc.reset_peak()
    size, peak = tracemalloc.get_traced_memory()
    print("reset", peak < 100000, peak >= size)
else:
    print("no reset_peak")
tracemalloc.clear_traces()
print("cleared", sum(tracemalloc.get_traced_memory()) < 2000)


class Plain:
    pass


class Slotted:
    __slots__ = ("a",)


def make():
    return [
        Plain(),
        Slotted(),
        [1, 2],
        {1: 2},
        {1},
        (len, len),
        1000 * 1000,
        1.5 * 3,
        "x" * 100,
        b"y" * 100,
        lambda: 0,
        ValueError("x"),
        object(),
        iter([]),
        bytearray(100),
    ]


gc.collect()
for thing in make():
    traceback = tracemalloc.get_object_traceback(thing)
    print(type(thing).__name__, traceback and [(f.lineno, f.filename == __file__) for f in traceback])
print("constants", tracemalloc.get_object_traceback(1), tracemalloc.get_object_traceback("text"), tracemalloc.get_object_traceback(None))
attempt("no argument", tracemalloc.get_object_traceback)
tracemalloc.stop()
print("object after stop", tracemalloc.get_object_traceback(make))
tracemalloc.start(10)


def outer():
    return inner()


def inner():
    return list(
        "abc"
    )


traceback = tracemalloc.get_object_traceback(outer())
print([f.lineno for f in traceback], len(traceback), traceback[0].lineno, traceback[-1].lineno, getattr(traceback, "total_nframe", "none"))
print("\n".join(traceback.format()).replace(__file__, "FILE"))
print("\n".join(traceback.format(2)).replace(__file__, "FILE"))
print("\n".join(traceback.format(-1)).replace(__file__, "FILE"))
print("\n".join(traceback.format(most_recent_first=True)).replace(__file__, "FILE"))
tracemalloc.stop()
tracemalloc.start(2)
traceback = tracemalloc.get_object_traceback(outer())
print([f.lineno for f in traceback], len(traceback), getattr(traceback, "total_nframe", "none"))
print(str(traceback).replace(__file__, "FILE"), repr(traceback).replace(__file__, "FILE"))
tracemalloc.stop()
