# Where coroutines that nobody awaited were made, as warnings tell.
# options: -X tracemalloc=3
async def co(): pass
def f():
    x = co()
f()
co()
open("/dev/null")
import warnings
warnings.warn("hello")
