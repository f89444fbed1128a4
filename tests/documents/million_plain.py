# A million plain instances by line. The page prints size=92.0 MiB, count=1000001, average=96 B: that is 3.13, where
# an instance is one block; 3.11 and 3.12 need as many bytes in twice as many blocks.
# releases: 3.11,3.13
import tracemalloc


class Pair:
    def __init__(self, left, right):
        self.left = left
        self.right = right


tracemalloc.start()
pairs = [Pair(0, 1) for _ in range(1000000)]
for row in tracemalloc.take_snapshot().statistics("lineno"):
    if row.size > 2**20:
        print(row)
