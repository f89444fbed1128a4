# Random structures with fixed seeds: the order in which their parts die by counting.
import gc

gc.disable()


class Rng:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) % 2147483648
        return (self.state >> 8) % n


class T:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)
        if self.name % 11 == 0:
            kept.append(self)
        if self.name % 7 == 0:
            kept.clear()


class Slots:
    __slots__ = ("c", "a", "b")


class Plain:
    pass


def build(rng, depth):
    global serial
    kind = rng.below(9 if depth else 1)
    if kind == 0:
        serial += 1
        return T(serial)
    parts = [build(rng, depth - 1) for _ in range(rng.below(4) + 1)]
    if kind == 1:
        return parts
    if kind == 2:
        return tuple(parts)
    if kind == 3:
        return dict(enumerate(parts))
    if kind == 4:
        return {str(i): part for i, part in enumerate(parts)}
    if kind == 5:
        obj = Slots()
        for name, part in zip("bca", parts):
            setattr(obj, name, part)
        return obj
    if kind == 6:
        obj = Plain()
        for name, part in zip("zyxw", parts):
            setattr(obj, name, part)
        return obj
    if kind == 7:
        return lambda a=parts[0], *, b=parts[-1]: (a, b)
    serial += 1
    obj = T(serial)
    for name, part in zip("pqrs", parts):
        setattr(obj, name, part)
    return obj


for seed in range(1, 13):
    log, kept, serial = [], [], 0
    rng = Rng(seed)
    roots = [build(rng, 4) for _ in range(3)]
    while roots:
        del roots[rng.below(len(roots))]
        log.append(0)
    print(seed, serial, " ".join(map(str, log)), len(kept))
