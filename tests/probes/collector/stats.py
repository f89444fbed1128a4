# gc.get_stats() after collections of each generation.
import gc

gc.disable()


class Node:
    pass


def cycle(n):
    for _ in range(n):
        node = Node()
        node.me = node


def since(before):
    after = gc.get_stats()
    return [[b[key] - a[key] for key in ("collections", "collected", "uncollectable")] for a, b in zip(before, after)]


print([list(row) for row in gc.get_stats()])
gc.collect()
before = gc.get_stats()
cycle(2)
print("collect(0)", gc.collect(0), since(before))
cycle(3)
print("collect(1)", gc.collect(1), since(before))
cycle(4)
gc.collect(0)
print("collect(2)", gc.collect(2), since(before))
cycle(5)
kept = [Node() for _ in range(3)]
gc.collect(0)
kept[0].next = kept[1]
kept[1].next = kept[0]
del kept
print("old cycle, collect(0)", gc.collect(0), "collect(1)", gc.collect(1), since(before))
before = gc.get_stats()
gc.set_threshold(50, 3, 3)
gc.enable()
held = []
for i in range(600):
    held.append([])
    cycle(1)
gc.disable()
print("automatic", since(before)[:2])
gc.get_stats()[0]["collections"] = -1
print("a copy", gc.get_stats()[0]["collections"] > 0)
