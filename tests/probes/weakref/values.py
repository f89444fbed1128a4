# WeakValueDictionary: entries go with their values.
import gc
import weakref


class V:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


a, b, c = V("a"), V("b"), V("c")
d = weakref.WeakValueDictionary({"a": a, "b": b})
d["c"] = c
print(len(d), dict(d), list(d), list(d.values()), list(d.items()), list(d.keys()), "a" in d, "x" in d)
del b
print(len(d), dict(d), d.get("b"), d.get("b", 5), d.get("a"))
try:
    d["b"]
except KeyError as error:
    print("KeyError", error)
print(d.setdefault("a", c), d.setdefault("e", c), d.pop("e"), d.pop("e", None), len(d))
try:
    d.pop("e")
except KeyError as error:
    print("KeyError", error)
print([type(ref).__name__ for ref in d.valuerefs()], [ref.key for ref in d.itervaluerefs()])
try:
    d["n"] = 5
except TypeError as error:
    print(error)
e = d.copy()
print(type(e).__name__, dict(e), e is d)
d.update(z=a, y=c)
d.update([("w", a)])
print(sorted(d.items()), d.popitem()[0] in "acwyz")
print("while iterated")
objects = [V(str(i)) for i in range(6)]
d = weakref.WeakValueDictionary(enumerate(objects))
seen = []
for key in d:
    seen.append(key)
    if key == 1:
        del objects[3]
    if key == 2:
        objects.pop()
print(seen, len(d), sorted(d))
for key, value in d.items():
    if key == 0:
        objects.clear()
    print(key, value)
value = None
print(len(d), dict(d))
print("cycles")
x = V("x")
x.me = x
d["x"] = x
del x
print(len(d))
print(gc.collect() > 0, len(d))
print("replaced")
x, y = V("x"), V("y")
d["k"] = x
d["k"] = y
del x
print(dict(d))
del d["k"]
print(len(d), y)
print("same value twice")
d["p"] = d["q"] = y
del y
print(len(d), list(d))
try:
    weakref.WeakValueDictionary(1)
except TypeError as error:
    print(error)
d.clear()
print(d == {}, d == d, bool(d))
