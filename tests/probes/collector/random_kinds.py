# Random graphs of many kinds of objects: what the collector returns, calls and prints.
import gc, weakref
from random import Random

gc.collect()
gc.disable()
log = []


class Plain:
    def __init__(self, n): self.n = n


class Slots:
    __slots__ = ('n', 'links', '__weakref__')

    def __init__(self, n): self.n = n; self.links = []


class Final(Plain):
    def __del__(self):
        log.append(('del', self.n))


class Reviver(Plain):
    def __del__(self):
        log.append(('revive', self.n))
        kept.append(self)


class L(list):
    pass


class Dc(dict):
    pass


kept = []
infos = []
gc.callbacks.append(lambda phase, info: infos.append((phase[:2], info['generation'], info['collected'], info['uncollectable'])))


def closure(n):
    links = []

    def f():
        return links, f, n
    f.links = links
    return f


def gen(links):
    try:
        yield links
    finally:
        log.append(('fin', len(links)))


def make(rng, n):
    kind = rng.randrange(9)
    if kind == 0: return Plain(n)
    if kind == 1: return Slots(n)
    if kind == 2: return Final(n)
    if kind == 3: return Reviver(n) if rng.random() < .5 else Final(n)
    if kind == 4: return L()
    if kind == 5: return Dc()
    if kind == 6: return closure(n)
    if kind == 7: return type('T%d' % n, (), {})
    return Plain(n)


def link(a, b, rng):
    if isinstance(a, L): a.append(b)
    elif isinstance(a, Dc): a[len(a)] = b
    elif isinstance(a, Slots): a.links.append(b)
    else: setattr(a, 'l%d' % rng.randrange(4), b)


def run(seed):
    rng = Random(seed)
    nodes, refs = [], []
    for step in range(120):
        op = rng.randrange(12)
        if op < 4 or not nodes: nodes.append(make(rng, step))
        elif op < 8: link(rng.choice(nodes), rng.choice(nodes), rng)
        elif op == 8:
            n = rng.randrange(len(nodes))
            refs.append(weakref.ref(nodes[n], lambda r, s=step: log.append(('cb', s))))
        elif op == 9: nodes.pop(rng.randrange(len(nodes)))
        elif op == 10:
            g = rng.randrange(3)
            log.append(('collect', g, gc.collect(g), gc.get_count()[1:], len(gc.garbage)))
        elif op == 11 and rng.random() < .3:
            link(nodes[-1], gen([nodes[-1]]), rng)
    nodes.clear()
    log.append(('end', gc.collect(), gc.collect(), len(kept), [r() is None for r in refs]))
    kept.clear()
    log.append(('kept', gc.collect(), gc.collect()))


gc.collect()
for seed in range(12):
    run(seed)
    print(seed, log)
    print(infos)
    log.clear(); infos.clear()
before = gc.get_stats()
run(99)
print([{k: b[k] - a[k] for k in a} for a, b in zip(before, gc.get_stats())])
