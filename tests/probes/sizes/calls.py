# The blocks that calls leave behind: frames up to 3.10, kept by their code and in a free list.
import gc, tracemalloc, sys
def f(n):
    return n if n == 0 else f(n-1)
def g(): pass
def h(a, b=1, *c, **d): return [x for x in (1,2)]
class C:
    def __init__(self): self.m()
    def m(self): pass
def measure(name, call, *args):
    gc.collect()
    tracemalloc.start()
    a = sys.getallocatedblocks()
    call(*args)
    n = sys.getallocatedblocks() - a
    s = tracemalloc.take_snapshot()
    tracemalloc.stop()
    sizes = sorted((t.size, t.traceback[0].lineno) for t in s.traces if t.traceback[0].filename == __file__)
    print(name, n, len(sizes), sizes[:12])
measure("g", g)
measure("g again", g)
measure("f(0)", f, 0)
measure("f(5)", f, 5)
measure("f(5) again", f, 5)
measure("f(300)", f, 300)
measure("h", h, 1)
measure("h", h, 1)
measure("C", C)
measure("C", C)
measure("lambda", lambda: 0)
measure("gen", lambda: list(x for x in (1,2)))
