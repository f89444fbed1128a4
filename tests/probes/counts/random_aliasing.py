# Random sequences of assignments with fixed seeds: the counts of a few objects after every step.
import sys


class Random:
    """A generator that is the same in every release."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n


class Thing:
    pass


class Slots:
    __slots__ = ("a", "b", "c")


def keep(*args, **kwargs):
    return args, kwargs


def first(x, *rest):
    return x


def run(seed, steps):
    random = Random(seed)
    things = [Thing() for _ in range(4)]
    names = {}
    items = []
    slotted = Slots()
    nested = [[], {}, set()]
    trail = []
    for step in range(steps):
        x = things[random.below(4)]
        y = things[random.below(4)]
        what = random.below(20)
        if what == 0:
            names["n%d" % random.below(5)] = x
        elif what == 1:
            names.pop("n%d" % random.below(5), None)
        elif what == 2:
            items.append(x)
        elif what == 3 and items:
            items.pop(random.below(len(items)))
        elif what == 4:
            items[:] = items[::2]
        elif what == 5:
            setattr(slotted, "abc"[random.below(3)], x)
        elif what == 6:
            y.other = x
        elif what == 7:
            y.__dict__.pop("other", None)
        elif what == 8:
            nested[0] = keep(x, y, z=x)
        elif what == 9:
            nested[1][x] = y
        elif what == 10:
            nested[1].pop(x, None)
        elif what == 11:
            nested[2].add(x)
        elif what == 12:
            nested[2].discard(x)
        elif what == 13:
            x, y = y, x
        elif what == 14:
            items = items * 2 if len(items) < 8 else []
        elif what == 15:
            items = [first(*([x] + items))] + sorted(items, key=things.index)[:5]
        elif what == 16:
            names = dict(names)
        elif what == 17:
            names.update(a=x, **{"b": y})
        elif what == 18:
            nested[0] = (lambda z=x: z)
        else:
            nested[0] = [z for z in (x, y) if z is not x]
        trail.append("".join("%x" % (sys.getrefcount(t) if sys.getrefcount(t) < 16 else 15) for t in things))
    for t in things:
        t.__dict__.clear()
    return trail


for seed in range(10):
    trail = run(seed, 60)
    for start in range(0, 60, 15):
        print(seed, start, *trail[start:start + 15])
