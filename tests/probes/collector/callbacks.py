# gc.callbacks: phases, the info dict, errors, and changes of the list while it is called.
import gc
import sys

gc.disable()


class Node:
    pass


def cycle(n):
    for _ in range(n):
        node = Node()
        node.me = node


def show(phase, info):
    print(phase, type(info).__name__, list(info.items()))


gc.collect()
gc.callbacks.append(show)
for generation in (0, 1, 2):
    cycle(3)
    gc.collect(generation)
print("errors")
sys.unraisablehook = lambda u: print("unraisable", type(u.exc_value).__name__, u.exc_value, u.err_msg, getattr(u.object, "__name__", u.object))


def bad(phase, info):
    raise RuntimeError(phase)


gc.callbacks.insert(0, bad)
gc.collect()
gc.callbacks.remove(bad)
print("same info for all, changed by the first")


def change(phase, info):
    info["more"] = len(info)


gc.callbacks.insert(0, change)
gc.collect(0)
gc.callbacks.remove(change)
print("removing itself")


def once(phase, info):
    print("once", phase)
    gc.callbacks.remove(once)


gc.callbacks[:] = [once, show]
gc.collect(0)
print("a collection inside")


def nested(phase, info):
    print("nested", phase, gc.collect(), gc.get_count()[1:])


gc.callbacks[:] = [nested]
cycle(4)
print("returned", gc.collect())
gc.callbacks[:] = [5, show]
gc.collect(0)
gc.callbacks[:] = []
