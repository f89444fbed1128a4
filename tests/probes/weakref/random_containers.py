# Random creation, use, change and death of weak references and weak containers.
import gc, sys, weakref
from random import Random
from weakref import WeakSet, WeakValueDictionary, WeakKeyDictionary, finalize, ref, proxy, getweakrefcount, getweakrefs, WeakMethod

log = []


class C:
    def __init__(self, n): self.n = n
    def m(self): return self.n
    def __hash__(self): return self.n
    def __repr__(self): return 'C%d' % self.n


class E(C):
    def __eq__(self, o): return isinstance(o, E) and self.n == o.n
    def __hash__(self): return self.n % 5


class R(ref):
    __slots__ = 'tag',


def run(seed):
    rng = Random(seed)
    objs = {}
    refs = []
    ws, wv, wk = WeakSet(), WeakValueDictionary(), WeakKeyDictionary()
    for step in range(200):
        op = rng.randrange(24)
        keys = list(objs)
        o = objs[rng.choice(keys)] if keys else None
        try:
            if op < 3 or o is None: objs[step] = (C, E)[step % 2](step)
            elif op == 3: refs.append(ref(o))
            elif op == 4: refs.append(ref(o, lambda r, s=step: log.append(('cb', s))))
            elif op == 5: refs.append(proxy(o))
            elif op == 6: refs.append(proxy(o, lambda p, s=step: log.append(('pcb', s))))
            elif op == 7: r = R(o, lambda r: log.append(('R', r.tag))); r.tag = step; refs.append(r); r = None
            elif op == 8: ws.add(o)
            elif op == 9: wv[step % 7] = o
            elif op == 10: wk[o] = step
            elif op == 11: finalize(o, lambda s: log.append(('fin', s)), step)
            elif op == 12: del objs[o.n]
            elif op == 13: refs.append(WeakMethod(o.m, lambda r, s=step: log.append(('wm', s))))
            elif op == 14 and refs: refs.pop(rng.randrange(len(refs)))
            elif op == 15: o.me = o; del objs[o.n]
            elif op == 16: o = None; log.append(('gc', gc.collect()))
            elif op == 17: log.append((len(ws), len(wv), len(wk), sorted(x.n for x in ws), sorted(wv), sorted(x.n for x in wk)))
            elif op == 18:
                n = 0
                for x in ws:
                    objs.pop(x.n, None); n += 1
                log.append(('iter', n)); x = None
            elif op == 19:
                for k, v in wv.items():
                    objs.pop(v.n, None)
                k = v = None
            elif op == 20:
                for k in wk.keys():
                    objs.pop(k.n, None)
                k = None
            elif op == 21: log.append([getweakrefcount(x) for x in objs.values()])
            elif op == 22: log.append([type(r).__name__ for r in getweakrefs(o)])
            elif op == 23: log.append((ref(o) is ref(o), ref(o) == ref(o), hash(ref(o)) == hash(o), len({r for r in refs if type(r) is ref and r() is not None}), sys.getrefcount(o)))
        except ReferenceError as e:
            log.append(str(e))
        o = None
    log.append(('alive', sorted(objs)))
    objs.clear()
    log.append(('left', gc.collect(), [x() is None for x in refs if type(x) is ref], len(ws), len(wv), len(wk)))
    for r in refs:
        if type(r) is weakref.ProxyType:
            try: log.append(r.n)
            except ReferenceError as e: log.append(str(e))
    refs.clear()


gc.collect()
gc.disable()
for seed in range(10):
    run(seed)
    print(seed)
    for at in range(0, len(log), 10): print(*log[at:at + 10])
    log.clear()
