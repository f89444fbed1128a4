# Random sequences of set operations.
import sys
from random import Random


def run(seed, steps):
    rng = Random(seed)
    a = set()
    sizes = []
    for step in range(steps):
        op = rng.randrange(20)
        k = rng.choice((1, 2, 3, 5, 8, 20, 100, 500))
        base = rng.randrange(2000)
        b = set(range(base, base + k))
        if op == 0:
            for x in b: a.add(x)
        elif op == 1: a.update(range(base, base + k))
        elif op == 2: a |= b
        elif op == 3: a &= set(range(rng.randrange(1500), 2500))
        elif op == 4: a -= b
        elif op == 5: a ^= b
        elif op == 6:
            for x in range(min(k, len(a))): a.pop()
        elif op == 7:
            for x in b: a.discard(x)
        elif op == 8: a = a.copy()
        elif op == 9: a = a | b
        elif op == 10: a = a & set(range(0, base))
        elif op == 11: a = a - b
        elif op == 12: a = a ^ b
        elif op == 13: a = set(list(a))
        elif op == 14: a = {x for x in a if rng.random() < .8}
        elif op == 15 and not rng.randrange(4): a.clear()
        elif op == 16: a = set(frozenset(a))
        elif op == 17: a = set(dict.fromkeys(a)); a.difference_update([1, 2, 3], b)
        elif op == 18: a = a.union(b, [1, 2], range(k))
        elif op == 19: a.intersection_update(range(50, 3000)); a.symmetric_difference_update(list(b))
        sizes.append((sys.getsizeof(a), sum(x * i for i, x in enumerate(a)) % 9973))
    return sizes


for seed in range(4):
    s = run(seed, 300)
    for at in range(0, 300, 50):
        print(seed, at, s[at:at + 50])
