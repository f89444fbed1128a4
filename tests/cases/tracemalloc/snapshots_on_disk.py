# A snapshot can be written and read; grouped by traceback a statistic does not tell how deep the stack was.
# modes: off auto
import os
import tracemalloc

tracemalloc.start(5)
blocks = [bytearray(3000) for _ in range(10)]
snapshot = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(True, __file__, 7)])
path = "/tmp/snapshot-%d.bin" % os.getpid()
snapshot.dump(path)
back = tracemalloc.Snapshot.load(path)
os.remove(path)
largest = back.statistics("traceback")[0]
print(largest.size, largest.count, largest.traceback.total_nframe, back.traceback_limit)
print([stat.size - other.size for stat, other in zip(back.statistics("lineno"), snapshot.statistics("lineno"))])
print(type(back.traces[0]).__name__, back.traces[0].traceback.total_nframe, len(back.traces) == len(snapshot.traces))
# expect: 30698 21 None 5
# expect: [0]
# expect: Trace 2 True
