# A million slotted instances by line. The page prints size=53.8 MiB, count=1000001, average=56 B: all releases do,
# but for the objects that come from a free list.
# releases: 3.13
import tracemalloc


class Pair:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right


tracemalloc.start()
pairs = [Pair(0, 1) for _ in range(1000000)]
for row in tracemalloc.take_snapshot().statistics("lineno"):
    if row.size > 2**20:
        print(row)
