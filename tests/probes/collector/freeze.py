# gc.freeze(): what is frozen is not seen by collections.
import gc
import weakref

gc.disable()


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def cycle(name):
    node = Node(name)
    node.me = node
    return weakref.ref(node)


gc.collect()
start = gc.get_freeze_count()
total = len(gc.get_objects())
print("freeze", gc.freeze())
print("frozen", gc.get_freeze_count() - start - total in range(-3, 4), "left", len(gc.get_objects()) < 5, gc.get_count()[1:])
first = cycle("first")
print("collect", gc.collect())
second = cycle("second")
gc.freeze()
print("collect", gc.collect(), second() is not None)
print("in get_objects", any(type(o) is Node for o in gc.get_objects()))
print("tracked", gc.is_tracked(second()))
third = cycle("third")
gc.collect()
print("referrers of frozen", [type(o).__name__ for o in gc.get_referrers(second())])
print("unfreeze", gc.unfreeze(), gc.get_freeze_count())
print("in generation", [g for g in range(3) if any(type(o) is Node for o in gc.get_objects(g))])
print("collect(1)", gc.collect(1))
print("collect(2)", gc.collect(2), second())
row = [Node("plain")]
gc.freeze()
del row
gc.unfreeze()
