# How bytearrays grow and shrink under random operations, with lengths up to 5,000.
import sys


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n


def step(data, random):
    what = random.below(14)
    n = len(data)
    if what <= 2:
        data.append(7)
    elif what == 3 and n:
        data.pop()
    elif what == 4 and n:
        data.pop(random.below(n))
    elif what == 5:
        data.extend(b"x" * random.below(50))
    elif what == 6:
        data += b"y" * random.below(50)
    elif what == 7 and n:
        start = random.below(n)
        del data[start : start + random.below(90)]
    elif what == 8 and n:
        start = random.below(n)
        data[start : start + random.below(20)] = b"z" * random.below(40)
    elif what == 9:
        data.insert(random.below(n + 1), 9)
    elif what == 10 and n and n < 1000:
        data *= 1 + random.below(2)
    elif what == 11 and n:
        del data[: random.below(n)]
    elif what == 12 and n:
        del data[:: 2 + random.below(3)]
    elif what == 13 and random.below(10) == 0:
        data.clear()
    return what


for seed in range(1, 9):
    random = Random(seed)
    data = bytearray()
    line = []
    for turn in range(300):
        what = step(data, random)
        line.append("%d:%d:%d" % (what, len(data), sys.getsizeof(data) - 56))
        if len(line) == 20:
            print(seed, *line)
            line = []
data = bytearray()
before = sys.getsizeof(data)
for n in range(5001):
    now = sys.getsizeof(data)
    if now != before:
        print("append", n, now, data.__alloc__())
        before = now
    data.append(n % 256)
while data:
    data.pop()
    now = sys.getsizeof(data)
    if now != before:
        print("pop", len(data), now)
        before = now
for n in (0, 1, 2, 3, 5, 8, 9, 16, 100, 1000, 5000):
    sources = [
        bytearray(n),
        bytearray(b"x" * n),
        bytearray([1] * n),
        bytearray(range(n % 256)),
        bytearray(iter([1] * n)),
        bytearray(b"x" * n)[1:],
        bytearray(b"x" * n) + b"abc",
        bytearray(b"ab") * n,
        bytearray(b"x" * n).copy(),
        bytearray("x" * n, "ascii"),
    ]
    print(n, *[sys.getsizeof(source) for source in sources])
