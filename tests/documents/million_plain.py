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
print(str(rows[0]).split(": ", 1)[1])
# expect: size=92.0 MiB, count=2000001, average=48 B
