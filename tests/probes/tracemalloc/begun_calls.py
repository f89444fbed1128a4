# Where objects are allocated that a call makes before it has begun: generators, coroutines, cells.
# options: -X tracemalloc=5
import tracemalloc
def gen():
    yield 1
def cells(a):
    def f(): return a
    return f
def make():
    return gen(), cells([1])
x, y = make()
z = gen()
async def co(): pass
c = co()
for o in x, z, c, y, y.__closure__[0]:
    t = tracemalloc.get_object_traceback(o)
    print([f.lineno for f in t] if t else t)
c.close()
