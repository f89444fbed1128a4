# Random allocations with fixed seeds under small thresholds: which generations are collected, and what they find.
import gc

gc.disable()


class Rng:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) % 2147483648
        return (self.state >> 8) % n


class Node:
    pass


events = []


def note(phase, info):
    if phase == "stop":
        events.append("%d:%d" % (info["generation"], info["collected"]))


def make(kind):
    if kind == 0:
        return []
    if kind == 1:
        return {}
    if kind == 2:
        return Node()
    if kind == 3:
        node = Node()
        node.me = node
        return node
    if kind == 4:
        row = []
        row.append(row)
        return row
    if kind == 5:
        return (kind, [kind])
    if kind == 6:
        return {kind}
    return lambda: kind


def run(seed, thresholds, steps):
    rng = Rng(seed)
    held = [None] * 40
    del events[:]
    gc.collect()
    gc.freeze()
    gc.collect()
    gc.callbacks.append(note)
    gc.set_threshold(*thresholds)
    gc.enable()
    for step in range(steps):
        held[rng.below(40)] = make(rng.below(8))
    gc.disable()
    gc.callbacks.remove(note)
    print("seed", seed, thresholds, len(events))
    print(" ".join(events))
    gc.unfreeze()


run(0, (20, 2, 2), 100)
run(1, (20, 2, 2), 400)
run(2, (20, 3, 1), 400)
run(3, (50, 5, 5), 1000)
run(4, (5, 1, 1), 200)
run(5, (13, 4, 0), 500)
