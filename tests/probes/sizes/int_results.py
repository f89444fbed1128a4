# The size and the blocks of ints, by the operation that made them.
import gc
import tracemalloc
from sys import getsizeof

SETUP = """
o = 123456
big = 10 ** 30
nbig = -10 ** 30
big2 = 10 ** 25 + 7
k30 = 30
k31 = 31
r1000 = range(1000)
l3 = [1000, 2000, 3000]
lb = [10 ** 20, 10 ** 21]
f = 1.25
"""


def blocks(source):
    """What getsizeof tells of the item, and the blocks that it and the work for it left behind."""
    names = {}
    exec(SETUP, names)
    code = compile(source, "<item>", "eval")
    gc.collect()
    # One tuple of each length waits in a free list, as in any program that has run for a while.
    spare = [(names,), (names, 1), (names, 1, 2), (names, 1, 2, 3)]
    del spare
    tracemalloc.start()
    item = eval(code, names)
    snapshot = tracemalloc.take_snapshot()
    tracemalloc.stop()
    here = [trace.size for trace in snapshot.traces if trace.traceback[0].filename == "<item>"]
    return getsizeof(item), sorted(here)


for source in """
(o<<29)+o
o+o
o-7
o*o
-o
~o
abs(o)
o>>3
o//3
o%1009
big+o
big+big
big-o
big*o
big*big
big//o
big%o
big//big2
big>>31
big<<7
big<<30
o<<10
o<<60
-big
~big
abs(nbig)
big&big2
big|big2
big^big2
nbig&big
nbig|big2
nbig^big
2**k30
2**k31
o**2
o**5
big**3
pow(o,1000,10007)
pow(big,3,big2)
int("12345678")
int("1234567890123")
int("1"*50)
int("12345678",16)
int("1"*50,16)
int("1"*50,7)
int(1e9)
int(1e30)
round(1234567.6)
ord("\u20ac")
len(r1000)
sum(l3)
sum(lb)
int.from_bytes(b"1234","big")
int.from_bytes(b"12345678","little")
divmod(o,1009)
divmod(big,o)
range(1000,2000)[500]
big.bit_length()
o.__index__()
True+o
int(o)
big.__round__(-3)
max(o,77777)
next(iter(range(1000,1002)))
list(enumerate(l3,1000))
list(range(1000,1003))
1e3//7.0
f*2.0
float("1.5")
float(o)
complex(f,f)
abs(f)
o/7
f.as_integer_ratio()
o.as_integer_ratio()
str(o)
""".strip().split("\n"):
    print(source, *blocks(source))
