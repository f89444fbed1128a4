# Random sequences of deque operations: size and blocks.
import sys, tracemalloc
from collections import deque
from random import Random


def run(seed, steps):
    rng = Random(seed)
    a = deque()
    sizes = []
    for step in range(steps):
        op = rng.randrange(18)
        n = len(a)
        k = rng.choice((1, 2, 3, 5, 8, 20, 64, 130, 700))
        if op == 0:
            for x in range(k): a.append(None)
        elif op == 1:
            for x in range(k): a.appendleft(None)
        elif op == 2: a.extend([None] * k)
        elif op == 3: a.extendleft((None,) * k)
        elif op == 4:
            for x in range(min(k, n)): a.pop()
        elif op == 5:
            for x in range(min(k, n)): a.popleft()
        elif op == 6: a.rotate(k)
        elif op == 7: a.rotate(-k)
        elif op == 8 and n: del a[k % n]
        elif op == 9: len(a) == a.maxlen or a.insert(k % (n + 1), None)
        elif op == 10: a = a.copy()
        elif op == 11 and not rng.randrange(3): a.clear()
        elif op == 12: a *= rng.randrange(3) if n < 2000 else 0
        elif op == 13: a = a + deque([None] * k)
        elif op == 14: a += [None] * k
        elif op == 15: a = deque(a, rng.choice((None, 10, 100)))
        elif op == 16: a.reverse()
        elif op == 17 and n: a.remove(None)
        sizes.append((sys.getsizeof(a), len(a)))
    return sizes


for seed in range(5):
    s = run(seed, 300)
    for at in range(0, 300, 50):
        print(seed, at, s[at:at + 50])

rng = Random(3)
a = deque()
out = []
tracemalloc.start()
for step in range(400):
    before = tracemalloc.get_traced_memory()[0]
    op = rng.randrange(8); k = rng.choice((1, 3, 20, 64, 200))
    if op == 0:
        a.extend([None] * k)
    elif op == 1:
        a.extendleft([None] * k)
    elif op == 2:
        for x in range(min(k, len(a))): a.pop()
    elif op == 3:
        for x in range(min(k, len(a))): a.popleft()
    elif op == 4:
        a.rotate(k)
    elif op == 5:
        a.clear()
    elif op == 6 and a:
        del a[0]
    elif op == 7:
        a = a.copy()
    out.append((tracemalloc.get_traced_memory()[0] - before) // 64)
for at in range(0, 400, 40):
    print(at, out[at:at + 40])
