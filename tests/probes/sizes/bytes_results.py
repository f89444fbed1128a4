# The size and the blocks of bytes, bytearrays and memoryviews, by the operation that made them.
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
repr(b"abc")
b"abc".decode()
b"abc"[0:1]
bytes(5)
bytes([1,2,300%256])
bytes(a,"ascii")
b+b
b*3
b[1:]
b[1:2]
b[1:1]
b.upper()
b.hex()
b.split(b"c")
b.join([b"x",b"y"])
b"-".join([b,b])
b"%d" % 5
bytes.fromhex("0102")
bytearray()
bytearray(5)
bytearray(b"hello")
bytearray([1,2,3])
bytearray(b"hello")[1:3]
bytearray(b"hello")+b"xx"
bytearray(b"ab")*3
memoryview(b)
memoryview(b)[1:]
memoryview(bytearray(b"xx"))
memoryview(b).tobytes()
memoryview(b).tolist()
o.to_bytes(8,"big")
""".strip().split("\n"):
    print(source, *blocks(source))
