# Random assignments between locals, globals, attributes, items, cells and defaults; counts of all after each.
import sys
from random import Random


class C:
    __slots__ = ('s',)
    k = None


class D:
    pass


G = {}
ga = gb = None


def run(seed):
    global ga, gb
    rng = Random(seed)
    objects = [object() if i % 3 else [i] for i in range(5)]
    lst, dct, c, d = [], {}, C(), D()
    la = lb = objects[0]
    c.s = None

    def order(o):
        return places[id(o)]
    places = {id(o): i for i, o in enumerate(objects)}

    def cell():
        return la

    def default(x=None):
        return x
    out = []
    for step in range(250):
        o = objects[rng.randrange(5)]
        op = rng.randrange(26)
        if op == 0: la = o
        elif op == 1: lb = la
        elif op == 2: ga = o
        elif op == 3: gb = ga
        elif op == 4: lst.append(o)
        elif op == 5: lst = lst[1:]
        elif op == 6: dct[rng.randrange(4)] = o
        elif op == 7: dct.pop(rng.randrange(4), None)
        elif op == 8: c.s = o
        elif op == 9: d.x = o
        elif op == 10: d.__dict__['y'] = o
        elif op == 11: default.__defaults__ = (o,)
        elif op == 12: G[step % 5] = [o, (o, o)]
        elif op == 13: lst += (o, o)
        elif op == 14: lst *= 2 if len(lst) < 20 else 0
        elif op == 15: C.k = o
        elif op == 16: lst.sort(key=order)
        elif op == 17: la, lb = lb, la
        elif op == 18: dct.update({'a': o, 'b': la})
        elif op == 19: d.f = cell
        elif op == 20: dct['t'] = tuple(lst)
        elif op == 21: dct['m'] = o.__repr__
        elif op == 22: dct['i'] = iter([o, la])
        elif op == 23: dct['g'] = (x for x in (o, lb)); next(dct['g'])
        elif op == 24: dct['d'] = dict.fromkeys('abc', o)
        elif op == 25: lst[1:3] = [la]; default()
        del o
        out.append([sys.getrefcount(x) for x in objects])
    ga = gb = C.k = None
    G.clear()
    return out


for seed in range(4):
    r = run(seed)
    for at in range(0, 250, 10):
        print(seed, at, *r[at:at + 10])
