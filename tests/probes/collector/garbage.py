# DEBUG_SAVEALL and gc.garbage: what is kept, in which order, and what happens to it later.
import gc
import weakref

gc.disable()


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "Node " + str(self.name)


class Loud(Node):
    def __del__(self):
        print("del", self.name)


def cycle(cls, *names):
    nodes = [cls(name) for name in names]
    for one, next_ in zip(nodes, nodes[1:] + nodes[:1]):
        one.next = next_
    return [weakref.ref(node, lambda ref, name=node.name: print("callback", name)) for node in nodes]


def kinds():
    return [repr(o) if isinstance(o, Node) else type(o).__name__ for o in gc.garbage]


gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
refs = cycle(Node, "a", "b", "c")
print("collect", gc.collect(), kinds())
print("refs", [ref() for ref in refs])
print("again", gc.collect(), kinds())
cycle(Loud, "x", "y")
print("collect", gc.collect(), kinds())
x = [1]
x.append(x)
del x
y = {}
y["y"] = y
del y
print("collect(0)", gc.collect(0), kinds())
print("attributes live", gc.garbage[0].next, gc.garbage[0].name)
print("stats", [row["uncollectable"] for row in gc.get_stats()], gc.is_tracked(gc.garbage[0]))
gc.set_debug(0)
print("collect", gc.collect(), len(gc.garbage))
del gc.garbage[:]
print("collect", gc.collect(), len(gc.garbage))
gc.set_debug(gc.DEBUG_SAVEALL)
cycle(Loud, "z")
print("collect", gc.collect(), kinds())
gc.set_debug(0)
node = gc.garbage.pop()
while gc.garbage:
    node = gc.garbage.pop()
print("dropped")
del node
print("collect", gc.collect())
