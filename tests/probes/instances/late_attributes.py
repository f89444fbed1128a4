# Attributes that come after __init__: when they still fit the class's shared keys, and when a dict appears.
import gc
import sys
import tracemalloc

size = sys.getsizeof


def grown(c, name):
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    setattr(c, name, None)
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return after - before


def fresh(instances):
    class C:
        def __init__(self):
            self.a = None
            self.b = None

    return C, [C() for _ in range(instances)]


for instances in (1, 2, 3, 10, 26, 27, 28, 29, 30, 60):
    C, kept = fresh(instances)
    c = kept[-1]
    steps = []
    for name in ("late0", "late1", "late2", "late3", "late4", "late5"):
        steps.append(grown(c, name))
    print(instances, "on the last", steps, size(c.__dict__))
    d = kept[0]
    print(instances, "on the first", [grown(d, name) for name in ("late0", "other0", "other1")])
    e = C()
    print(instances, "a new one", size(e.__dict__), size(kept[0].__dict__), size(c.__dict__))
    print(instances, "order", list(c.__dict__), list(d.__dict__))
