# Counts that start-up leaves on what is everywhere: their order, since they differ a little from run to run.
import sys


def order(x):
    """The count in hundreds, without the thousand million that some begin at."""
    count = sys.getrefcount(x)
    if count > 4000000000:
        return "immortal"
    return (count % 1000000000 + 50) // 100


for x in (None, True, False, 0, 1, 2, 3, 100, 255, (), "", 1000, ("a", "b")):
    print(repr(x), order(x))
print(sys.getrefcount(None) > sys.getrefcount(True) > 100 or "immortal")
print(sys.getrefcount(0) > sys.getrefcount(2) > sys.getrefcount(77) or "immortal")
before = sys.getrefcount(None), sys.getrefcount(1), sys.getrefcount(())
held = [None, 1, ()] * 10
print([after - then for after, then in zip((sys.getrefcount(None), sys.getrefcount(1), sys.getrefcount(())), before)])
