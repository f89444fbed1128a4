# weakref.finalize: calls, order, detaching, what happens at exit.
import gc
import weakref


class C:
    def __del__(self):
        print("del")


def say(*args, **kwargs):
    print("say", args, kwargs)
    return "said"


c = C()
f = weakref.finalize(c, say, 1, 2, key=3)
print(f.alive, f.atexit, f.peek()[1:] == (say, (1, 2), {"key": 3}), f.peek()[0] is c)
print(f(), f.alive, f(), f.peek(), f.detach())
f = weakref.finalize(c, say, "detached")
print(f.detach()[2], f.alive, f())
f, g, h = (weakref.finalize(c, say, name) for name in "fgh")
del c
print(f.alive, g.alive, h.alive, f.atexit)
c = C()
c.me = c
f = weakref.finalize(c, say, "collected")
del c
gc.collect()
print(f.alive)


def bad():
    raise ValueError("x")


import sys
sys.unraisablehook = lambda u: print("unraisable", type(u.exc_value).__name__, u.exc_value)
c = C()
weakref.finalize(c, bad)
del c
sys.unraisablehook = sys.__unraisablehook__
c = C()
f = weakref.finalize(c, say, c.__class__.__name__)
f.atexit = False
print(f.atexit)
for wrong in (lambda: weakref.finalize(c, say).__setattr__("x", 1), lambda: weakref.finalize(c), lambda: weakref.finalize(5, say)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__)
kept = C()
for name in "xyz":
    weakref.finalize(kept, say, "at exit", name)
hidden = weakref.finalize(kept, say, "not at exit")
hidden.atexit = False
other = [kept]
