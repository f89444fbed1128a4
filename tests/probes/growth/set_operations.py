# How sets grow under random operations: adds, discards, pops, unions, updates, copies.
import sys


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n


def step(items, random):
    what = random.below(18)
    if what <= 5:
        items.add(random.below(800))
    elif what <= 7:
        items.discard(random.below(800))
    elif what == 8 and items:
        items.pop()
    elif what == 9:
        items.update({random.below(800) for i in range(random.below(40))})
    elif what == 10:
        items.update([random.below(800) for i in range(random.below(40))])
    elif what == 11:
        items = items | {random.below(800)}
    elif what == 12:
        items = items & set(range(random.below(800)))
    elif what == 13:
        items = items - set(range(random.below(60)))
    elif what == 14 and random.below(6) == 0:
        items.clear()
    elif what == 15:
        items = items.copy()
    elif what == 16:
        items ^= set(range(random.below(50)))
    elif what == 17:
        items -= set(range(random.below(90)))
    return what, items


for seed in range(1, 9):
    random = Random(seed)
    items = set()
    line = []
    for turn in range(400):
        what, items = step(items, random)
        line.append("%d:%d:%d" % (what, len(items), sys.getsizeof(items)))
        if len(line) == 20:
            print(seed, *line)
            line = []
items = set()
before = sys.getsizeof(items)
for n in range(5001):
    now = sys.getsizeof(items)
    if now != before:
        print("add", n, now)
        before = now
    items.add(n)
for n in range(5001):
    items.discard(n)
print("discarded", sys.getsizeof(items))
items.add(1)
print("one again", sys.getsizeof(items))
items = set(range(18))
for n in range(18):
    items.discard(n)
for n in range(100, 140):
    items.add(n)
    print(n, sys.getsizeof(items), end=" ")
print()
