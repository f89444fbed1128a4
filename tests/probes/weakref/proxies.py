# What a proxy passes on to its object, and what it does when that is gone.
import weakref


class Box:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return self.value

    def __getitem__(self, key):
        return ("item", key)

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)

    def __contains__(self, item):
        return item == self.value

    def __iter__(self):
        return iter([self.value])

    def __call__(self, *args):
        return ("called", args)

    def __str__(self):
        return "Box %s" % self.value

    def __bytes__(self):
        return b"bytes"

    def __int__(self):
        return self.value

    def __float__(self):
        return self.value + 0.5

    def __index__(self):
        return self.value

    def __bool__(self):
        return self.value > 0

    def __neg__(self):
        return -self.value

    def __abs__(self):
        return abs(self.value)

    def __invert__(self):
        return ~self.value

    def __add__(self, other):
        return ("add", self.value, type(other).__name__)

    def __radd__(self, other):
        return ("radd", self.value, type(other).__name__)

    def __iadd__(self, other):
        print("iadd")
        return self

    def __eq__(self, other):
        return ("eq", type(other).__name__)

    def __lt__(self, other):
        return ("lt", type(other).__name__)

    def __divmod__(self, other):
        return ("divmod", type(other).__name__)

    def __pow__(self, other, mod=None):
        return ("pow", other, mod)

    def __matmul__(self, other):
        return "matmul"

    def __reversed__(self):
        return iter("reversed")

    def method(self):
        return self.value

    __hash__ = None


box = Box(3)
p = weakref.proxy(box)
print(p.value, p.method(), len(p), p[1], p[1:2], 3 in p, 4 in p, list(p), p(1, 2), str(p), bytes(p))
p.value = 4
print(box.value, int(p), float(p), [10, 11, 12, 13, 14][p], bool(p), -p, abs(p), ~p)
p[1] = 2
del p[1]
print(p + 1, 1 + p, p + p, p == 1, 1 == p, p < 1, p != p, divmod(p, 2), p ** 2, pow(p, 2, 5), p @ 1)
print(isinstance(p, Box), type(p) is weakref.CallableProxyType, p.__class__ is Box)
q = p
q += 1
print(type(q) is Box, hasattr(p, "nothing"), format(p), "%s" % p)
try:
    p.nothing
except AttributeError as error:
    print(error)
p.extra = 1
del p.extra
print(sorted(vars(box)))
try:
    hash(p)
except TypeError:
    print("unhashable")
try:
    next(p)
except TypeError as error:
    print(error)


class Plain:
    pass


plain = Plain()
pp = weakref.proxy(plain)
print(type(pp) is weakref.ProxyType, callable(pp), callable(p))
for text in ("pp()", "len(pp)", "pp[0]", "pp + 1", "iter(pp)", "pp < pp", "-pp"):
    try:
        eval(text)
    except TypeError as error:
        print(text, str(error).replace("weakref.", "").replace("weakproxy", "ProxyType").replace("weakcallableproxy", "CallableProxyType"))
del box, plain, q
for text in ("p.value", "len(p)", "p[0]", "p + 1", "1 + p", "p == 1", "iter(p)", "p()", "str(p)", "bool(p)", "1 in p", "int(p)", "pp.x",
             "isinstance(p, Box)", "hash(pp)", "-p", "dir(p)", "p.__class__"):
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, type(error).__name__, str(error).replace("weakref.", "").replace("weakproxy", "ProxyType"))
try:
    p.value = 1
except ReferenceError as error:
    print("set", error)
try:
    p[0] = 1
except ReferenceError as error:
    print("set item", error)
