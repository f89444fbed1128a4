# Random references, callbacks and deaths with fixed seeds.
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
        self.links = []

    def __del__(self):
        log.append("d%d" % self.name)


class R(weakref.ref):
    pass


def run(seed, steps):
    global log
    log = []
    rng = Rng(seed)
    nodes = []
    refs = []
    weak_values = weakref.WeakValueDictionary()
    weak_keys = weakref.WeakKeyDictionary()
    weak_set = weakref.WeakSet()
    serial = 0
    states = []
    for step in range(steps):
        what = rng.below(16)
        if what < 4 or not nodes:
            serial += 1
            nodes.append(Node(serial))
        elif what < 8:
            node = nodes[rng.below(len(nodes))]
            kind = rng.below(6)
            serial += 1
            number = serial
            if kind == 0:
                refs.append(weakref.ref(node))
            elif kind == 1:
                refs.append(weakref.proxy(node, lambda p, n=number: log.append("p%d" % n)))
            elif kind == 2:
                refs.append(R(node, lambda r, n=number: log.append("r%d" % n)))
            elif kind == 3:
                weak_values[number % 7] = node
            elif kind == 4:
                weak_keys[node] = number
                weak_set.add(node)
            else:
                refs.append(weakref.ref(node, lambda r, n=number: log.append("c%d" % n)))
            node = None
        elif what < 11:
            nodes[rng.below(len(nodes))].links.append(nodes[rng.below(len(nodes))])
        elif what < 14:
            del nodes[rng.below(len(nodes))]
        elif what == 14 and refs:
            del refs[rng.below(len(refs))]
        else:
            log.append("g%d" % gc.collect())
        states.append(sum(weakref.getweakrefcount(node) for node in nodes))
    print("seed", seed, " ".join(log))
    print(states[-1], sum(states), sorted(weak_values), sorted(weak_keys.values()), len(weak_set))
    log = []
    nodes.clear()
    print("end", gc.collect(), " ".join(log), len(weak_values), len(weak_keys), len(weak_set))


gc.collect()
for seed in (1, 2, 3, 4, 5):
    run(seed, 150)
run(6, 500)
