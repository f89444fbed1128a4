# The blocks of plain instances as tracemalloc shows them, by the number of attributes and earlier instances.
import gc
import tracemalloc


def make(n):
    body = "class C:\n    def __init__(self):\n" + "".join("        self.a%d = None\n" % i for i in range(n))
    space = {}
    exec(body + "        pass\n", space)
    return space["C"]


def create(cls, into):
    into.append(cls())


def blocks(cls, into):
    # Code that ran once keeps a frame up to 3.10: both functions ran before, on another class.
    create(Warm, [])
    cls.__init__(Warm())
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    create(cls, into)
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return after - before


class Warm:
    pass


for n in (0, 1, 2, 5, 6, 10, 11, 21, 22, 29, 30, 31):
    C = make(n)
    kept = []
    for k in range(4):
        one = []
        kept.append(one)
        print(n, "instance", k, blocks(C, one))
    for k in range(40):
        kept.append(C())
    print(n, "after 44", blocks(C, []))
