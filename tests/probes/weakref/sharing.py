# One plain reference and one plain proxy per object; with a callback, or of a subclass, each is new.
import weakref


class C:
    def __call__(self):
        return 1


class R(weakref.ref):
    pass


def callback(ref):
    pass


c = C()
print("none", weakref.getweakrefcount(c), weakref.getweakrefs(c))
a, b = weakref.ref(c), weakref.ref(c)
print("plain", a is b, a is weakref.ref(c, None), weakref.getweakrefcount(c))
p, q = weakref.proxy(c), weakref.proxy(c, None)
print("proxy", p is q, weakref.getweakrefcount(c))
x, y = weakref.ref(c, callback), weakref.ref(c, callback)
print("callback", x is y, x == y, hash(x) == hash(y), weakref.getweakrefcount(c))
r, s = R(c), R(c)
print("subclass", r is s, r == s, r == a, weakref.getweakrefcount(c))
m, n = weakref.proxy(c, callback), weakref.proxy(c, callback)
print("proxy callback", m is n, weakref.getweakrefcount(c))


def names(obj):
    known = {id(a): "plain", id(p): "proxy", id(x): "x", id(y): "y", id(r): "r", id(s): "s", id(m): "m", id(n): "n"}
    return [known.get(id(ref), "?") for ref in weakref.getweakrefs(obj)]


print("order", names(c))
del a, b
print("dropped", weakref.getweakrefcount(c))
a = weakref.ref(c)
print("made again first", names(c))
del p, q
p = weakref.proxy(c)
print("proxy again second", names(c))
late = weakref.ref(c, callback)
print("late", [ref is late for ref in weakref.getweakrefs(c)].index(True))
print("callbacks", a.__callback__, x.__callback__ is callback, r.__callback__)
print("count of others", weakref.getweakrefcount(5), weakref.getweakrefs("a"), weakref.getweakrefcount(None))
del c
print("dead", a(), x(), r(), x.__callback__, weakref.getweakrefcount(C()))
only = C()
first = weakref.ref(only, callback)
plain = weakref.ref(only)
print("plain comes first", [ref is plain for ref in weakref.getweakrefs(only)])
sub = R(only)
print("subclass behind", [ref is sub for ref in weakref.getweakrefs(only)])
