# What starred displays and calls make, and how much room it has: mappings, many items, % with a tuple.
import sys

def f(*a, **k): return a, k
class M:
    def keys(self): return iter("ab")
    def __getitem__(self, k): return k * 2
l = [1, 2]
d = {"x": 1}
print([*l, 1, 2, *l, 3], (*l, 1), {*l, 5, *l}, {**d, "y": 2, **d}, {"z": 0, **d})
print(f(*l, 3, *l, **d), f(1, *l), f(**d), f(**M()), f(a=1, **d), f(**d, b=2), f(**M(), **d))
print([*range(100), *l][50], len([*range(3), *range(3), 4, 5]))
big = eval("[" + ",".join("l" for i in range(12000)) + "]")
print(len(big))
print(eval("{" + ",".join("%d: l" % i for i in range(500)) + "}")[3])
print(sys.getsizeof({**d}), sys.getsizeof({**d, "y": 1}), sys.getsizeof(eval("{" + ",".join("%d: l" % i for i in range(40)) + "}")))
print("%s %d" % (1, 2), "%s" % (d,), "%r-%s" % ("a", l))
def g():
    x = "%s %s" % (l, sys.getrefcount(l))
    return x
print(g())
print(eval("f(" + ",".join("a%d=1" % i for i in range(40)) + ")")[1]["a3"], len(eval("f(" + ",".join("1" for i in range(400)) + ")")[0]))


def copies(**k):
    return sys.getrefcount(k), sys.getsizeof(k)


print(copies(**d), copies(**d, y=1), copies(y=1, **d), copies(**{}, **d))


def held(x, *rest):
    return sys.getrefcount(x), sys.getrefcount(rest) if rest else 0


thing = object()
print(held(*[thing]), held(thing, *l), held(*[thing], 5), held(*(thing,), *l))
print("%s" % (sys.getrefcount(thing),), "%s %s" % (sys.getrefcount(thing), 1))
