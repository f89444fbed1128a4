# Random sequences of operations of OrderedDict, Counter, defaultdict, and frozensets of them.
import sys
from random import Random
from collections import OrderedDict, Counter, defaultdict


def run(seed):
    rng = Random(seed)
    o, c, d = OrderedDict(), Counter(), defaultdict(list)
    out = []
    for _ in range(250):
        k = rng.choice((1, 2, 5, 9, 30, 120))
        b = rng.randrange(400)
        op = rng.randrange(12)
        if op == 0:
            o.update((x, 1) for x in range(b, b + k))
            c.update(range(b, b + k))
        elif op == 1:
            for x in range(b, b + k):
                o[x] = 1
                c[x] += 1
                d[x].append(1)
        elif op == 2:
            for x in range(b, b + k):
                o.pop(x, 0)
                c.pop(x, 0)
                d.pop(x, 0)
        elif op == 3:
            o, c, d = o.copy(), c.copy(), d.copy()
        elif op == 4:
            c = c + Counter(range(k))
        elif op == 5:
            c = c & Counter(range(k, 300))
        elif op == 6:
            c.subtract(range(k))
        elif op == 7:
            c |= Counter('abc')
        elif op == 8:
            c = +c
        elif op == 9 and k > 9:
            o.clear()
            d.clear()
        elif op == 10:
            o = OrderedDict(d)
            d = defaultdict(list, o)
        elif op == 11 and o:
            o.move_to_end(next(iter(o)), last=bool(k % 2))
        out.append((sys.getsizeof(o), sys.getsizeof(c), sys.getsizeof(d), sys.getsizeof(frozenset(o))))
    return out


for seed in range(4):
    sizes = run(seed)
    for at in range(0, 250, 25):
        print(seed, at, sizes[at:at + 25])
