# Random attribute operations with a fixed seed: sizes and contents of instance dicts.
import sys


class Random:
    """A generator that is the same in every release."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n


def run(seed, names, steps, asks):
    random = Random(seed)

    class C:
        pass

    kept = [C()]
    trail = []
    for step in range(steps):
        c = kept[random.below(len(kept))]
        name = "n%d" % random.below(names)
        what = random.below(10)
        if what < 5:
            setattr(c, name, step)
        elif what < 6:
            if hasattr(c, name):
                delattr(c, name)
        elif what < 8:
            kept.append(C())
        elif what < 9 and len(kept) > 1:
            kept.pop(random.below(len(kept)))
        elif asks:
            trail.append(sys.getsizeof(c.__dict__))
    return trail, [sys.getsizeof(c.__dict__) for c in kept][:12], "".join(str(list(vars(kept[-1]).items()))[:80])


for seed in range(8):
    for names in (4, 12, 36):
        print(seed, names, *run(seed, names, 120, True))
        print(seed, names, "not asked", *run(seed, names, 120, False)[1:])
