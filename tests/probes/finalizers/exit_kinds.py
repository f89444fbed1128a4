# The order of everything at the end.
import atexit, sys, weakref, gc, types
gc.collect()


class N:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n, names())


def names():
    try:
        return [x if x is None else type(x).__name__ for x in (a, _b, z, mod, N)]
    except NameError as e:
        return str(e)
    except Exception as e:
        return repr(e)


a = N('a'); _b = N('_b'); z = N('z')
mod = types.ModuleType('mod'); mod.x = N('mod.x'); mod._y = N('mod._y')
sys.modules['mod'] = mod
cyc = [N('cycle')]; cyc.append(cyc)
weakref.finalize(a, print, 'finalize a')
weakref.finalize(N, print, 'finalize N').atexit = False
w = weakref.ref(z, lambda r: print('callback z'))
atexit.register(print, 'one')
atexit.register(lambda: print('two', gc.collect()))
sys.exitdata = N('sys attribute')
import builtins
builtins.thing = N('builtins attribute')
def f(x=N('default')): pass
f.attr = N('function attribute')
class K: at = N('class attribute')
g = (x for x in [N('in generator')]); next(g)
def gen():
    try: yield
    finally: print('generator finally')
h = gen(); next(h)
