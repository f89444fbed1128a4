# Which generations automatic collections choose, for several thresholds.
import gc

chosen = []


def note(phase, info):
    if phase == "start":
        chosen.append(info["generation"])


def run(thresholds, n):
    gc.disable()
    gc.freeze()
    gc.collect()
    del chosen[:]
    gc.set_threshold(*thresholds)
    gc.callbacks.append(note)
    kept = []
    gc.enable()
    for i in range(n):
        kept.append([i])
    gc.disable()
    gc.callbacks.remove(note)
    gc.unfreeze()
    print(thresholds, n, "".join(map(str, chosen)))


run((5, 2, 2), 400)
run((5, 2, 2), 400)
run((7, 1, 1), 300)
run((10, 0, 0), 300)
run((10, 3, 5), 1000)
run((1, 1, 1), 60)
run((100, 10, 10), 20000)
run((50, 10, 1), 20000)
