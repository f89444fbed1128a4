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
print(str(rows[0]).split(": ", 1)[1])
# expect: size=53.8 MiB, count=1000001, average=56 B
