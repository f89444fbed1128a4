# Thresholds, and a count that rises with containers only.
# modes: off auto
import gc

print(gc.get_threshold())
gc.collect()
gc.disable()
before = gc.get_count()[0]
kept = [[] for _ in range(50)]
print(gc.get_count()[0] - before)
numbers = [float(n) for n in range(50)]
print(gc.get_count()[0] - before < 60)
print(gc.isenabled(), gc.get_referrers(kept[0])[0] is kept)
# expect: (700, 10, 10)
# expect: 52
# expect: True
# expect: False True
