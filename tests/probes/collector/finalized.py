# gc.is_finalized(), from 3.9 on.
# releases: 3.9+
import gc

gc.disable()
saved = []


class Node:
    def __del__(self):
        print("in", gc.is_finalized(self))
        saved.append(self)


class Plain:
    pass


print("new", gc.is_finalized(Plain()), gc.is_finalized([]), gc.is_finalized(5), gc.is_finalized(Plain))
node = Node()
print("new", gc.is_finalized(node))
del node
print("saved", gc.is_finalized(saved[0]))
saved.clear()
print("gone", len(saved))
node = Node()
node.me = node
del node
gc.collect()
print("saved", gc.is_finalized(saved[0]))
saved.clear()
gc.collect()
plain = Plain()
plain.me = plain
keep = []


class Loud(Plain):
    def __del__(self):
        keep.append(self.other)


loud = Loud()
loud.other = plain
loud.me = loud
del loud, plain
gc.collect()
print("hangs with it", gc.is_finalized(keep[0]))


def g():
    try:
        yield
    finally:
        kept.append(it)


kept = []
it = g()
next(it)
saved_ref = it
print("generator", gc.is_finalized(it))
