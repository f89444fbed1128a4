# Random sequences of dict operations.
import sys
from random import Random


def run(seed, steps, key):
    rng = Random(seed)
    d = {}
    sizes = []
    for step in range(steps):
        op = rng.randrange(19)
        k = rng.choice((1, 2, 3, 5, 8, 20, 100, 500))
        base = rng.randrange(3000)
        if op == 0:
            for x in range(k): d[key(base + x)] = x
        elif op == 1: d.update({key(base + x): 0 for x in range(k)})
        elif op == 2: d.update((key(base + x), 0) for x in range(k))
        elif op == 3:
            for x in range(k): d.pop(key(base + x), None)
        elif op == 4:
            for x in range(min(k, len(d))): d.popitem()
        elif op == 5:
            for x in range(k): d.setdefault(key(base + x), x)
        elif op == 6: d = d.copy()
        elif op == 7: d = dict(d)
        elif op == 8:
            for q in list(d)[:k]: del d[q]
        elif op == 9 and not rng.randrange(4): d.clear()
        elif op == 10: d = {**d}
        elif op == 11: d = {**d, 'z': 1}
        elif op == 12: d = dict(d.items())
        elif op == 13: d = dict(d, **{'k%d' % x: x for x in range(k % 9)})
        elif op == 14: d = dict.fromkeys(d)
        elif op == 15: d = dict.fromkeys(sorted(d, key=str), 1)
        elif op == 16: d = {q: v for q, v in d.items() if rng.random() < .8}
        elif op == 17: d = dict(zip(d, range(len(d))))
        elif op == 18: d[step] = 1
        sizes.append(sys.getsizeof(d))
    return sizes


for seed in range(3):
    for name, key in (('int', int), ('str', str), ('mix', lambda x: x if x % 3 else str(x))):
        s = run(seed, 300, key)
        for at in range(0, 300, 50):
            print(name, seed, at, s[at:at + 50])
