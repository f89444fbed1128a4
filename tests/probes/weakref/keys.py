# WeakKeyDictionary and WeakSet: entries go with their keys.
import copy
import gc
import weakref

gc.collect()


class K:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


a, b, c = K("a"), K("b"), K("c")
d = weakref.WeakKeyDictionary({a: 1, b: 2})
d[c] = 3
print(len(d), dict(d), list(d), list(d.values()), list(d.items()), a in d, K("x") in d, 5 in d)
del b
print(len(d), dict(d), d.get(a), d.get(K("x"), "default"))
try:
    d[K("x")]
except KeyError:
    print("KeyError")
try:
    d[5]
except TypeError as error:
    print(error)
try:
    d[5] = 1
except TypeError as error:
    print(error)
print(d.setdefault(a, 9), d.setdefault(c, 9), d.pop(c), d.pop(c, None), [ref() for ref in d.keyrefs()])
d.update({c: 4})
print(dict(d.copy()), dict(copy.deepcopy(d)), d.popitem() in [(a, 1), (c, 4)], len(d))
print("value holds key")
k = K("k")
d[k] = [k]
del k
print(gc.collect(), len(d))
d.clear()
print("while iterated")
keys = [K(str(i)) for i in range(5)]
d = weakref.WeakKeyDictionary((key, i) for i, key in enumerate(keys))
seen = []
for key in d:
    seen.append(key.name)
    if key.name == "1":
        del keys[3]
del key
print(seen, len(d))
del keys[:]
print(len(d))
print("equal keys")


class E:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __hash__(self):
        return self.n


x, y = E(1), E(1)
d[x] = "x"
d[y] = "y"
print(len(d), d[x], next(iter(d)) is x)
del x
print(len(d))
print("set")
s = weakref.WeakSet([a, c])
b = K("b")
s.add(b)
s.add(b)
print(len(s), sorted(k.name for k in s), b in s, 5 in s)
del b
print(len(s))
b = K("b")
t = weakref.WeakSet([b, a])
print(sorted(k.name for k in s | t), sorted(k.name for k in s & t), sorted(k.name for k in s - t), sorted(k.name for k in s ^ t))
print(s.issubset(t), s <= t, s < t, s == s, s.isdisjoint(t), weakref.WeakSet([a]) < s, s >= weakref.WeakSet([a]))
s |= t
print(len(s))
s.discard(b)
s.discard(K("z"))
try:
    s.remove(K("z"))
except KeyError:
    print("KeyError")
print(len(s), s.pop().name in "ac", len(s.copy()))
try:
    s.add(5)
except TypeError as error:
    print(error)
items = [K(str(i)) for i in range(4)]
s = weakref.WeakSet(items)
n = 0
for item in s:
    n += 1
    if n == 1:
        other = [k for k in items if k is not item][0]
        items = [item]
        del other
del item
print(n, len(s))
s.clear()
print(len(s), s == weakref.WeakSet())
