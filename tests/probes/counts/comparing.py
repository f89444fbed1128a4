"""Counts of the items that a comparison of sequences asks: who holds them meanwhile."""
import sys


class Asked:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        seen.append((sys.getrefcount(self), sys.getrefcount(other)))
        return self.n == other.n

    def __lt__(self, other):
        seen.append((sys.getrefcount(self), sys.getrefcount(other)))
        return self.n < other.n

    __hash__ = None


def show(what, run):
    seen.clear()
    run()
    print(what, *seen)


seen = []
for kind in (tuple, list):
    a, b = kind([Asked(1), Asked(2)]), kind([Asked(1), Asked(3)])
    show(f"{kind.__name__} ==", lambda: a == b)
    show(f"{kind.__name__} !=", lambda: a != b)
    show(f"{kind.__name__} <", lambda: a < b)
    wanted = Asked(2)
    show(f"{kind.__name__} in", lambda: wanted in a)
    show(f"{kind.__name__} index", lambda: a.index(wanted))
    show(f"{kind.__name__} count", lambda: a.count(wanted))
c = [Asked(1), Asked(2), Asked(3)]
show("list remove", lambda: c.remove(Asked(2)))
show("sorted", lambda: sorted([Asked(2), Asked(1), Asked(3)]))
show("min", lambda: min([Asked(2), Asked(1)]))
show("max", lambda: max(Asked(2), Asked(1)))
d = {"k": Asked(1)}
e = {"k": Asked(1)}
show("dict ==", lambda: d == e)
show("values in", lambda: wanted in d.values())
show("items in", lambda: ("k", wanted) in d.items())
show("sorted tuples", lambda: sorted([(Asked(2), 1), (Asked(1), 2)]))
