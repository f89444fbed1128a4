# How dicts grow under random operations: inserts, deletions, pops, updates, clears, copies.
import sys


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n


def key(random, kind, limit):
    n = random.below(limit)
    if kind == 0:
        return n
    if kind == 1:
        return "k%d" % n
    return n if random.below(9) == 0 else "k%d" % n


def step(table, random, kind):
    what = random.below(16)
    if what <= 5:
        table[key(random, kind, 500)] = None
    elif what == 6:
        table.pop(key(random, kind, 500), None)
    elif what == 7 and table:
        table.popitem()
    elif what == 8:
        table.update({key(random, kind, 500): 1 for i in range(random.below(30))})
    elif what == 9:
        table.setdefault(key(random, kind, 500), 2)
    elif what == 10 and table:
        for name in list(table)[: random.below(len(table))]:
            del table[name]
    elif what == 11 and random.below(8) == 0:
        table.clear()
    elif what == 12:
        table = dict(table)
    elif what == 13:
        table = table.copy()
    elif what == 14:
        table = {**table, key(random, kind, 500): 3}
    elif what == 15:
        table.update([(key(random, kind, 500), 4) for i in range(random.below(6))])
    return what, table


for kind in range(3):
    for seed in range(1, 7):
        random = Random(seed)
        table = {}
        line = []
        for turn in range(300):
            what, table = step(table, random, kind)
            line.append("%d:%d:%d" % (what, len(table), sys.getsizeof(table)))
            if len(line) == 20:
                print("kind", kind, "seed", seed, *line)
                line = []
for kind, make in [("int", int), ("str", str), ("float", float)]:
    table = {}
    before = sys.getsizeof(table)
    for n in range(5001):
        now = sys.getsizeof(table)
        if now != before:
            print(kind, n, now)
            before = now
        table[make(n)] = n
    for n in range(5000, 3, -1):
        del table[make(n)]
    table[make(9999)] = 1
    print(kind, "shrunk", len(table), sys.getsizeof(table))
