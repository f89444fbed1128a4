# A million plain instances under 3.11: two blocks each.
# modes: auto
import tracemalloc


class Pair:
    def __init__(self, a, b):
        self.a = a
        self.b = b


tracemalloc.start()
pairs = [Pair(0, 1) for _ in range(1000000)]
rows = tracemalloc.take_snapshot().statistics("lineno")
# The count may differ by what the free lists held.
print(str(rows[0]).split(": ", 1)[1].split(", count")[0], round(rows[0].size / rows[0].count), rows[0].count // 10)
# expect: size=92.0 MiB 48 200000
