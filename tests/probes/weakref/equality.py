# Hash and equality of references, alive and dead.
import weakref


class Key:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("eq", self.n, other.n)
        return self.n == other.n

    def __hash__(self):
        print("hash", self.n)
        return self.n


class Plain:
    pass


class NoHash:
    __hash__ = None


a, b, c = Key(1), Key(1), Key(2)
ra, rb, rc = weakref.ref(a), weakref.ref(b), weakref.ref(c)
print("equal", ra == rb, ra != rb, ra == rc, ra == ra, ra != ra)
print("hash", hash(ra), hash(ra), hash(rb))
print("other", ra == 1, ra != 1)
for operator in ("<", ">", "<=", ">="):
    try:
        eval("ra %s rb" % operator)
    except TypeError:
        print(operator, "TypeError")
d = {ra: "a"}
print("found", d[rb])
del a, b
print("dead", ra == rb, ra == ra, ra != ra, ra == rc, rc == ra)
print("remembered", hash(ra), hash(rb))
del c
try:
    hash(rc)
except TypeError as error:
    print(error)
print("in dict", d.get(ra), rb in d)
x = Plain()
rx, same = weakref.ref(x), weakref.ref(x, lambda ref: None)
print("plain", rx == same, hash(rx) == hash(x), rx == weakref.ref(Plain()))
n = NoHash()
try:
    hash(weakref.ref(n))
except TypeError as error:
    print(error)
print("proxy", weakref.proxy(x) == x, weakref.proxy(x) == weakref.proxy(x), weakref.proxy(x) != x)
try:
    hash(weakref.proxy(x))
except TypeError:
    print("proxy hash TypeError")
print("set", len({rx, same, weakref.ref(x)}))
print("callable", rx() is x, callable(rx))
for wrong in (lambda: rx(1), lambda: weakref.ref(), lambda: weakref.ref(x, 1, 2), lambda: weakref.ref(x, callback=1)):
    try:
        wrong()
    except TypeError as error:
        print("TypeError")
