# How deques grow and shrink under random operations at both ends.
import sys
from collections import deque


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n


def step(items, random):
    what = random.below(15)
    n = len(items)
    if what <= 1:
        items.append(None)
    elif what <= 3:
        items.appendleft(None)
    elif what == 4 and n:
        items.pop()
    elif what == 5 and n:
        items.popleft()
    elif what == 6:
        items.extend(range(random.below(200)))
    elif what == 7:
        items.extendleft(range(random.below(200)))
    elif what == 8:
        items.rotate(random.below(100) - 50)
    elif what == 9 and n:
        del items[random.below(n)]
    elif what == 10:
        items.insert(random.below(n + 1), 1)
    elif what == 11:
        for i in range(min(n, random.below(150))):
            items.popleft()
    elif what == 12:
        for i in range(min(n, random.below(150))):
            items.pop()
    elif what == 13 and n < 500:
        items *= 2
    elif what == 14 and random.below(8) == 0:
        items.clear()
    return what


base = sys.getsizeof(deque())
print("empty", base)
for limit in (None, 10, 64, 200):
    for seed in range(1, 9):
        random = Random(seed)
        items = deque(maxlen=limit)
        line = []
        for turn in range(200):
            try:
                what = step(items, random)
            except IndexError as error:
                what = 99
            line.append("%d:%d:%d" % (what, len(items), (sys.getsizeof(items) - base) // 528))
            if len(line) == 20:
                print(limit, seed, *line)
                line = []
for n in (0, 1, 31, 32, 33, 63, 64, 65, 66, 127, 128, 129, 1000, 5000):
    made = [deque(range(n)), deque(deque(range(n))), deque(range(n)).copy(), deque(range(n)) + deque([1]), deque([1]) * n]
    appended, left = deque(), deque()
    for i in range(n):
        appended.append(i)
        left.appendleft(i)
    print(n, *[sys.getsizeof(items) for items in made + [appended, left]])


def room(items):
    """Items that can be appended before another block is needed."""
    size, count = sys.getsizeof(items), 0
    while sys.getsizeof(items) == size:
        items.append(0)
        count += 1
    return count


for n in (0, 1, 2, 64, 500, 1024, 5000):
    plain, longer, turned, shifted = (deque(range(n)) for _ in range(4))
    longer.appendleft(5)
    turned.rotate(10)
    shifted.extend([1] * 77)
    shifted.popleft()
    for items in (plain, longer, turned, shifted):
        items.clear()
    print("cleared", n, room(plain), room(longer), room(turned), room(shifted))
