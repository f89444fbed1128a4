# Where `s += t` grows a str in place: the blocks made while it goes on, by the kind of variable.
import gc
import tracemalloc

PIECE = "abcdefgh"


def blocks(run):
    gc.collect()
    run()
    gc.collect()
    tracemalloc.start()
    run()
    size, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def local():
    s = ""
    for i in range(200):
        s += PIECE


def local_sum():
    s = ""
    for i in range(200):
        s = s + PIECE


def aliased():
    s = ""
    for i in range(200):
        s += PIECE
        t = s


def hashed():
    s = ""
    for i in range(200):
        s += PIECE
        hash(s)


def item():
    box = [""]
    for i in range(200):
        box[0] += PIECE


def cell():
    s = ""

    def look():
        return s

    for i in range(200):
        s += PIECE


class Holder:
    pass


def attribute():
    holder = Holder()
    holder.s = ""
    for i in range(200):
        holder.s += PIECE


def wide():
    s = ""
    for i in range(200):
        s += "\u20ac"


def narrow_then_wide():
    s = "ab" * 100
    for i in range(100):
        s += "\xe9"
    s += "\u20ac"


def joined():
    s = ""
    for i in range(200):
        s = "".join([s, PIECE])


def formatted():
    s = ""
    for i in range(200):
        s = f"{s}{PIECE}"


def in_front():
    s = ""
    for i in range(200):
        s = PIECE + s


def as_bytes():
    s = b""
    for i in range(200):
        s += b"abcdefgh"


def as_tuple():
    s = ()
    for i in range(200):
        s += (i % 5,)


for run in (local, local_sum, aliased, hashed, item, wide, in_front, as_bytes, as_tuple):
    print(run.__name__, blocks(run))
