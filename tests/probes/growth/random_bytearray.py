# Random sequences of bytearray operations.
import sys
from random import Random


def run(seed, steps):
    rng = Random(seed)
    a = bytearray()
    sizes = []
    for step in range(steps):
        op = rng.randrange(20)
        n = len(a)
        k = rng.choice((1, 2, 3, 5, 8, 20, 100, 700))
        i, j = sorted((rng.randrange(n + 1), rng.randrange(n + 1)))
        if op == 0:
            for x in range(k): a.append(x & 255)
        elif op == 1: a.extend(bytes(k))
        elif op == 2: a.extend(x & 255 for x in range(k))
        elif op == 3: a += b'x' * k
        elif op == 4: a.insert(i, 7)
        elif op == 5:
            for x in range(min(k, n)): a.pop()
        elif op == 6 and n: a.pop(i % n)
        elif op == 7: del a[i:j]
        elif op == 8: a[i:j] = bytes(k)
        elif op == 9: del a[:min(k, n)]
        elif op == 10: a *= rng.randrange(3) if n < 3000 else 0
        elif op == 11: a = a.copy()
        elif op == 12: a = a[i:j]
        elif op == 13 and not rng.randrange(4): a.clear()
        elif op == 14: a = bytearray(a)
        elif op == 15: del a[::3]
        elif op == 16: a = a + b'y' * k
        elif op == 17: a = a.replace(b'x', b'zz') if n < 4000 else a
        elif op == 18: a[:0] = b'q' * k
        elif op == 19 and n and a[0] in a: a.remove(a[0])
        sizes.append(sys.getsizeof(a))
    return sizes


for seed in range(6):
    s = run(seed, 400)
    for at in range(0, 400, 50):
        print(seed, at, s[at:at + 50])
