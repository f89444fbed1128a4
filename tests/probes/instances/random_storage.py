# Random attributes set and deleted on many instances of many classes: sizes of instance and dict, blocks.
import sys, tracemalloc, gc
from random import Random
gc.disable()
# What waits in free lists and pools when a program begins is used up.
used = [[(None,) * n for i in range(2100)] for n in range(1, 21)], [[] for i in range(100)], [{i: 1} for i in range(100)], [i * .5 for i in range(200)]
used += [bytes(n) for n in range(15, 480, 16) for i in range(600)], [{'a': 1} for i in range(200)], [1 << 29 | i for i in range(3000)]


NAMES = [sys.intern('n%d' % i) for i in range(40)]


def run(seed):
    rng = Random(seed)
    used[1].append([{} for i in range(100)])
    classes = []
    for i in range(4):
        body = {}
        if i == 1:
            def init(self): self.a = self.b = 1
            body['__init__'] = init
        if i == 2: body['__slots__'] = ('s', '__dict__')
        classes.append(type('K%d' % i, (classes[0],) if i == 3 else (), body))
    live = []
    out = []
    names = NAMES
    for step in range(200):
        op = rng.randrange(12)
        o = rng.choice(live) if live else None
        name = names[rng.randrange(rng.choice((3, 8, 40)))]
        before = tracemalloc.get_traced_memory()[0]
        if op < 2 or o is None: live.append(rng.choice(classes)())
        elif op < 6: setattr(o, name, None)
        elif op == 6:
            if hasattr(o, name): delattr(o, name)
        elif op == 7: o.__dict__
        elif op == 8: o.__dict__[name] = None
        elif op == 9: o.__dict__.pop(name, None)
        elif op == 10:
            if step % 3 == 0: o.__dict__ = {name: None}
            else: vars(o).update(n1=None, n2=None)
        elif op == 11: live.remove(o) if step % 2 else vars(o).clear()
        after = tracemalloc.get_traced_memory()[0]
        out.append((after - before, sys.getsizeof(o)))
    sizes = [(sys.getsizeof(o), sys.getsizeof(o.__dict__), len(o.__dict__)) for o in live]
    return out, sizes


tracemalloc.start()
for seed in range(8):
    out, sizes = run(seed)
    for at in range(0, 200, 25): print(seed, at, *out[at:at + 25])
    print(sizes)
