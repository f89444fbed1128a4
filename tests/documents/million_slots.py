# A million slotted instances: one block of 48 bytes each.
# modes: auto
import tracemalloc


class Pair:
    __slots__ = ("a", "b")

    def __init__(self, a, b):
        self.a = a
        self.b = b


tracemalloc.start()
pairs = [Pair(0, 1) for _ in range(1000000)]
rows = tracemalloc.take_snapshot().statistics("lineno")
# The count may differ by what the free lists held.
print(str(rows[0]).split(": ", 1)[1].split(", count")[0], round(rows[0].size / rows[0].count), rows[0].count // 10)
# expect: size=53.8 MiB 56 100000
