# Sizes of classes, of their instances when there are many classes, subclasses and mixed attributes.
import sys

size = sys.getsizeof


class A:
    def __init__(self):
        self.x = 1


class B(A):
    def __init__(self):
        super().__init__()
        self.y = 2


class C(B):
    def __init__(self):
        super().__init__()
        self.z = 3


class D(A):
    pass


class Mixed(B, D):
    pass


for cls in (A, B, C, D, Mixed):
    kept = [cls() for _ in range(3)]
    print(cls.__name__, size(cls), cls.__basicsize__, cls.__dictoffset__, cls.__weakrefoffset__)
    print(cls.__name__, [size(c) for c in kept], [size(c.__dict__) for c in kept])
total = 0
dicts = []
for i in range(100):
    cls = type("T%d" % i, (A,), {"n": i})
    one = cls()
    setattr(one, "own%d" % (i % 7), i)
    dicts.append(size(one.__dict__))
    total += size(one) + size(cls)
print("a hundred classes", total, sorted(set(dicts)))
made = [type("U", (), {})() for _ in range(3)]
for n, one in enumerate(made):
    for i in range(n * 4):
        setattr(one, "k%d" % i, i)
    print("one class each", size(one), size(one.__dict__), size(type(one)))
for base in (list, dict, set, str, tuple, int, float, bytes, bytearray, frozenset, complex, Exception, object):
    sub = type("Sub", (base,), {})
    kept = [sub() for _ in range(4)]
    for one in kept:
        one.attr = 1
    print(base.__name__, sub.__basicsize__, sub.__itemsize__, sub.__weakrefoffset__, size(sub), size(kept[3]), size(kept[0].__dict__), size(kept[3].__dict__))
