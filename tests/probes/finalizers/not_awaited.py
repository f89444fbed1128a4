# What is said of coroutines that nobody awaited, while tracemalloc is not tracing.
import sys
async def co(): pass
co()
print("after", file=sys.stderr)
def f():
    x = co()
f()
c = co()
del c
import warnings
warnings.warn("hello")
warnings.warn("res", ResourceWarning)
def g():
    async def h(): pass
    return h()
g()
