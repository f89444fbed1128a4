# Random graphs with fixed seeds: what each collection finds, and who dies in which order.
import gc
import weakref

gc.disable()


class Rng:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) % 2147483648
        return (self.state >> 8) % n


class Node:
    def __init__(self, name):
        self.name = name


class Loud(Node):
    def __del__(self):
        log.append(self.name)


class Slim:
    __slots__ = ("name", "a", "b", "__weakref__")

    def __init__(self, name):
        self.name = name


def link(rng, one, two):
    if isinstance(one, list):
        one.append(two)
    elif isinstance(one, dict):
        one[len(one)] = two
    elif isinstance(one, set):
        if not isinstance(two, (list, dict, set)):
            one.add(two)
    elif isinstance(one, Slim):
        setattr(one, "ab"[rng.below(2)], two)
    else:
        setattr(one, "abcdefgh"[rng.below(8)], two)


def run(seed, steps):
    global log
    log = []
    rng = Rng(seed)
    roots = []
    refs = []
    serial = 0
    found = []
    gc.collect()
    for step in range(steps):
        what = rng.below(20)
        if what < 8 or not roots:
            kind = rng.below(7)
            serial += 1
            new = [Node, Loud, Loud, Slim][kind](serial) if kind < 4 else [[], {}, set()][kind - 4]
            if kind < 4:
                refs.append(weakref.ref(new, lambda ref, n=serial: log.append(-n)))
            roots.append(new)
            new = None
        elif what < 16:
            link(rng, roots[rng.below(len(roots))], roots[rng.below(len(roots))])
        elif what < 19:
            del roots[rng.below(len(roots))]
        else:
            found.append(gc.collect(rng.below(3)))
    print("seed", seed, "found", found)
    print("log", log)
    del log[:]
    del roots[:]
    print("rest", gc.collect(), log, [ref() for ref in refs if ref() is not None], gc.collect())


for seed in (1, 2, 3, 4, 5, 6):
    run(seed, 120)
run(7, 600)
