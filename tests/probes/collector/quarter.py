# The oldest generation waits until a quarter of it has come in new.
import gc

chosen = []


def note(phase, info):
    if phase == "start":
        chosen.append(info["generation"])


def run(old, thresholds, n):
    gc.disable()
    base = [[i] for i in range(old)]
    gc.collect()
    before = len(gc.get_objects())
    extra = [[] for _ in range(0)]
    del chosen[:]
    gc.callbacks.append(note)
    gc.set_threshold(*thresholds)
    kept = []
    gc.enable()
    at = []
    for i in range(n):
        kept.append([i])
        if chosen and chosen[-1] == 2:
            at.append(len(kept))
            chosen[-1] = 9
    gc.disable()
    gc.callbacks.remove(note)
    return at


# With everything else frozen, only these objects are counted.
gc.freeze()
gc.collect()
run(0, (10, 2, 2), 100)
for old in (0, 100, 1000, 4000):
    for thresholds in ((10, 2, 2), (20, 5, 1), (100, 1, 1)):
        print(old, thresholds, run(old, thresholds, 3000))
gc.unfreeze()
