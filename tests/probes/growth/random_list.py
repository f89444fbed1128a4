# Random sequences of list operations: the size after each.
import sys
from random import Random


def run(seed, steps):
    rng = Random(seed)
    a = []
    sizes = []
    for _ in range(steps):
        op = rng.randrange(18)
        n = len(a)
        k = rng.choice((1, 2, 3, 5, 8, 20, 100, 700))
        i, j = sorted((rng.randrange(n + 1), rng.randrange(n + 1)))
        if op == 0:
            for x in range(k): a.append(x)
        elif op == 1: a.extend(range(k))
        elif op == 2: a.extend([None] * k)
        elif op == 3: a.extend(x for x in range(k))
        elif op == 4: a.insert(i, k)
        elif op == 5:
            for x in range(min(k, n)): a.pop()
        elif op == 6 and n: a.pop(i % n)
        elif op == 7: del a[i:j]
        elif op == 8: a[i:j] = range(k)
        elif op == 9: a[i:j] = [0] * k
        elif op == 10: a.sort(key=id if k == 700 else lambda x: 0)
        elif op == 11: a.reverse()
        elif op == 12: a = a.copy()
        elif op == 13: a = a[i:j]
        elif op == 14: a += (1,) * k
        elif op == 15: a *= rng.randrange(3) if n < 3000 else 0
        elif op == 16: a[::2] = a[::2]; del a[::3]
        elif op == 17 and not rng.randrange(6): a.clear()
        a = a[:] if len(a) > 20000 else a
        sizes.append(sys.getsizeof(a))
    return sizes


for seed in range(6):
    s = run(seed, 400)
    for at in range(0, 400, 50):
        print(seed, at, s[at:at + 50])
