# When a growing or shrinking block stays where it is: str and bytearray inside the small classes.
import gc

gc.collect()
for start in (49, 65, 100, 200, 300, 400, 500):
    moved = []
    data = bytearray(start)
    export = memoryview(data)
    del export
    sizes = []
    for size in range(start, 520, 7):
        data.extend(b"x" * 7)
        sizes.append(data.__alloc__())
    print(start, sizes[:12])


def grow(n, step):
    s = "x" * n
    places = []
    for i in range(40):
        before = id(s)
        s += "y" * step
        if id(s) != before:
            places.append(len(s))
    return places


grow(10, 1)
for n in (10, 40, 100):
    for step in (1, 3):
        print(n, step, grow(n, step))
