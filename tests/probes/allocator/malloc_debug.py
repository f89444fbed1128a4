# PYTHONMALLOC=debug: each block is 24 bytes larger, which addresses show and sizes do not.
# env: PYTHONMALLOC=debug
import gc
import sys
import tracemalloc


def step(length):
    ids = [id(item) for item in [bytes(length - 33) for i in range(300)]]
    counts = {}
    for a, b in zip(ids, ids[1:]):
        counts[b - a] = counts.get(b - a, 0) + 1
    return max(counts, key=counts.get)


for length in (40, 41, 56, 57, 100, 200, 300, 480, 488):
    print(length, step(length), sys.getsizeof(bytes(length - 33)))
gc.collect()
tracemalloc.start()
data = bytes(1000)
print(tracemalloc.get_traced_memory()[0])
tracemalloc.stop()
