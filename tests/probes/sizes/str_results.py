# The size and the blocks of strings, by the operation that made them and the width of their characters.
import gc
import tracemalloc
from sys import getsizeof

SETUP = """
a = 'abcdefghij'
l = '\\xe9\\xe8\\xeaabc'
u = '\\u20acuro \\u20ac'
e = '\\U0001F600 smile'
b = b'abcdefghij'
f = 1.25
o = 123456
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
""
a[0]
a[:2]
a+a
a*3
a[1:]
a.upper()
a.lower()
a.title()
a.capitalize()
a.swapcase()
a.center(40)
a.ljust(40)
a.rjust(40)
a.zfill(40)
a.replace("a","bb")
a.replace("zz","bb")
a.strip()
a.strip("a")
a.split("c")
a.rsplit("c")
a.partition("c")
a.partition("zz")
a.rpartition("zz")
a.join(["x","y","z"])
"-".join([a,a,a])
a.encode()
a.encode("utf-16")
l.encode()
l.encode("latin-1")
u.encode()
e.encode()
a.translate({97:98})
a.format(1)
"{}-{}".format(a,a)
"%s-%s" % (a,a)
"%d" % 123456
"%5.2f" % 1.25
f"{a}-{a}"
f"{a}"
f"{a!r}"
str(o)
str(1.25)
str(None)
str([1,2])
str(1+2j)
repr(a)
repr(l)
repr(u)
repr(o)
repr(f)
repr([a,a])
repr((1,2))
repr({1:2})
repr({1})
ascii(u)
chr(0x20ac)
chr(0x1f600)
chr(97)
l
l[0]
l[:2]
l+l
l+a
u
u[0]
u[:2]
u+u
u+a
u+l
e[0]
e+e
e+a
e[:1]
(u+a)[1:]
(e+a)[1:]
(l+a)[4:]
l.upper()
u.upper()
l.encode().decode()
u.encode().decode()
e.encode().decode()
l.encode("latin-1").decode("latin-1")
hex(o)
bin(o)
oct(o)
format(o,"x")
format(f,".3f")
format(a,">20")
int.__name__
a.splitlines()
(a+"\\n"+a).splitlines()
a.expandtabs()
a.casefold()
a.maketrans("ab","cd")
a.encode().hex("-",2)
str(b,"ascii")
""".strip().split("\n"):
    print(source, *blocks(source))
