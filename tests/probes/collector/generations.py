# Through which generations an object goes, and in which order gc.get_objects() shows them.
import gc

gc.disable()


class C:
    def __init__(self, n):
        self.n = n


def where(obj):
    for generation in range(3):
        if any(other is obj for other in gc.get_objects(generation=generation)):
            return generation
    return None


gc.collect()
c = C(1)
print("new", where(c))
for generation in (0, 0, 1, 0, 1, 2, 2):
    gc.collect(generation)
    print("after collect(%d)" % generation, where(c))
x = [1]
print("list", where(x), "dict", where({}), "tuple", where((x,)), "int", where(5))
gc.collect()
rows = [C(i) for i in range(6)]
print("order", [o.n for o in gc.get_objects(generation=0) if type(o) is C])
gc.collect(0)
print("order 1", [o.n for o in gc.get_objects(generation=1) if type(o) is C])
del rows[::2]
rows.reverse()
gc.collect(1)
print("order 2", [o.n for o in gc.get_objects(generation=2) if type(o) is C])
rows += [C(i) for i in range(10, 13)]
gc.collect()
print("order 2", [o.n for o in gc.get_objects(generation=2) if type(o) is C])
chain = None
for i in range(20, 24):
    node = C(i)
    node.next = chain
    chain = node
del node
print("chain", [o.n for o in gc.get_objects(generation=0) if type(o) is C])
gc.collect(0)
print("chain 1", [o.n for o in gc.get_objects(generation=1) if type(o) is C])
gc.collect(1)
print("chain 2", [o.n for o in gc.get_objects(generation=2) if type(o) is C])
gc.collect(2)
print("chain 2", [o.n for o in gc.get_objects(generation=2) if type(o) is C])
young = gc.get_objects(generation=0)
print("is the answer in itself", any(o is young for o in young), any(o is young for o in gc.get_objects(0)))
print("all are some generation", len(gc.get_objects()) - sum(len(gc.get_objects(g)) for g in range(3)))
