# How tracemalloc writes sizes, statistics and differences, and the order it gives them.
import tracemalloc
from tracemalloc import Filter, Frame, Snapshot, Statistic, StatisticDiff, Trace, Traceback


def traceback(*frames):
    return Traceback(tuple(frames))


for size in (0, 1, 99, 1023, 1024, 10239, 10240, 10241, 102399, 102400, 1048575, 1048576, 10485759, 10485760, 104857600,
             1 << 34, 1 << 35, 1 << 45, -5, -10240, -102400):
    t = traceback(("a.py", 3))
    print(size, Statistic(t, size, 1), "|", StatisticDiff(t, size, size, 1, 1))
t = traceback(("a.py", 3), ("b.py", 5))
for count in (0, 1, 2, 3, 7, 1000):
    print(Statistic(t, 1000, count), "|", repr(Statistic(t, 1000, count)))
    print(StatisticDiff(t, 1000, 500, count, -count), "|", repr(StatisticDiff(t, 1000, -500, count, count)))
print(t, "|", repr(t), "|", t[0], "|", repr(t[0]), "|", t[-1], len(t))
print(Frame(("x.py", 7)) == Frame(("x.py", 7)), Frame(("x.py", 7)) < Frame(("x.py", 8)), Frame(("a.py", 7)) < Frame(("x.py", 1)))
print(t == traceback(("a.py", 3), ("b.py", 5)), t == traceback(("a.py", 3)), traceback(("a.py", 3)) < t, hash(t) == hash(traceback(("a.py", 3), ("b.py", 5))))
for a, b in ((Frame(("x.py", 7)), 5), (t, "x"), (Statistic(t, 1, 1), 3)):
    try:
        print("other", a == b)
    except AttributeError as error:
        print("other", error)

RAW = [
    (0, 100, (("a.py", 1), ("main.py", 10))),
    (0, 200, (("a.py", 1), ("main.py", 11))),
    (0, 300, (("a.py", 2), ("main.py", 10))),
    (0, 300, (("b.py", 2), ("main.py", 10))),
    (0, 300, (("b.py", 9),)),
    (1, 50, (("c.py", 1), ("b.py", 3), ("main.py", 12))),
    (0, 600, (("d.py", 1), ("d.py", 2))),
    (0, 10, (("<frozen x>", 1),)),
    (0, 10, (("<unknown>", 0),)),
]
OLD = RAW[:4] + [(0, 1000, (("gone.py", 1),)), (0, 5, (("a.py", 1), ("main.py", 10)))]
tracemalloc.start()
kept = [[]]
if len(tracemalloc.take_snapshot().traces._traces[0]) == 4:
    # The number of frames that there were.
    RAW = [row + (None,) for row in RAW]
    OLD = [row + (None,) for row in OLD]
tracemalloc.stop()
new, old = Snapshot(RAW, 3), Snapshot(OLD, 3)
print(len(new.traces), repr(new.traces), [str(t) for t in new.traces], new.traces[5].domain, new.traces[5] == old.traces[0])
print(repr(new.traces[1]).replace(" total_nframe=None", ""))
for snapshot in (new,):
    for key in ("lineno", "filename", "traceback"):
        for cumulative in (False, True):
            print(key, cumulative)
            try:
                for row in snapshot.statistics(key, cumulative):
                    print("  ", row)
            except Exception as error:
                print("  ", type(error).__name__, error)
            try:
                for row in snapshot.compare_to(old, key, cumulative):
                    print("   diff", row)
            except Exception as error:
                print("  ", type(error).__name__, error)
    for filters in ([Filter(True, "a.py")], [Filter(False, "a.py")], [Filter(True, "*.py", lineno=1)], [Filter(True, "main.py")],
                    [Filter(True, "main.py", all_frames=True)], [Filter(False, "main.py", all_frames=True)],
                    [Filter(True, "a.py"), Filter(True, "b.py")], [Filter(True, "b.py"), Filter(False, "b.py", 9)],
                    [tracemalloc.DomainFilter(True, 1)], [tracemalloc.DomainFilter(False, 1)], [Filter(True, "c.py", domain=0)],
                    [Filter(True, "*", domain=1)], [Filter(False, "*", domain=1)], [Filter(True, "[ab].py")], [Filter(True, "A.PY")],
                    [Filter(True, "a.pyc")], [Filter(False, "<*>")], ()):
        kept = snapshot.filter_traces(filters)
        print([(f.inclusive, getattr(f, "filename_pattern", None), getattr(f, "lineno", None), f.domain) for f in filters],
              [str(t.traceback) for t in kept.traces])
try:
    new.filter_traces(None)
except TypeError as error:
    print(error)
try:
    new.statistics("size")
except ValueError as error:
    print(error)
try:
    Filter(True, "a.py").filename_pattern = "b"
except AttributeError:
    print("read-only")
