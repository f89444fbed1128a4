# How lists grow and shrink under random operations, with lengths up to 5,000.
import sys


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n


def step(items, random):
    what = random.below(14)
    n = len(items)
    if what == 0:
        items.append(None)
    elif what == 1 and n:
        items.pop()
    elif what == 2:
        items.insert(random.below(n + 1), None)
    elif what == 3 and n:
        del items[random.below(n)]
    elif what == 4:
        items.extend([None] * random.below(40))
    elif what == 5:
        items.extend(range(random.below(40)))
    elif what == 6:
        items += (None,) * random.below(20)
    elif what == 7 and n:
        start = random.below(n)
        del items[start : start + random.below(60)]
    elif what == 8 and n:
        start = random.below(n)
        items[start : start + random.below(10)] = [1] * random.below(30)
    elif what == 9 and n:
        items.pop(random.below(n))
    elif what == 10 and n < 600:
        items *= random.below(3)
    elif what == 11 and n:
        items.remove(items[random.below(n)])
    elif what == 12 and n:
        del items[:: 1 + random.below(4)]
    elif what == 13:
        items.extend(x for x in range(random.below(25)))
    return what


for seed in range(1, 9):
    random = Random(seed)
    items = []
    line = []
    for turn in range(400):
        what = step(items, random)
        line.append("%d:%d:%d" % (what, len(items), (sys.getsizeof(items) - sys.getsizeof([])) // 8))
        if len(line) == 20:
            print(seed, *line)
            line = []
items = []
before = sys.getsizeof(items)
for n in range(5001):
    now = sys.getsizeof(items)
    if now != before:
        print("append", n, now)
        before = now
    items.append(n)
while items:
    items.pop()
    now = sys.getsizeof(items)
    if now != before:
        print("pop", len(items), now)
        before = now
items.extend(range(5000))
before = sys.getsizeof(items)
print("extended", before)
while items:
    del items[-1]
    now = sys.getsizeof(items)
    if now != before:
        print("del", len(items), now)
        before = now
