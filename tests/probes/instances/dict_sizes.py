# Sizes of instance dicts after deletions, other keys, clearing, in order and out of order.
import sys

size = sys.getsizeof


def fresh(n=3, instances=3):
    class C:
        def __init__(self):
            for i in range(n):
                setattr(self, "a%d" % i, i)

    return C, [C() for _ in range(instances)]


def show(label, C, kept):
    print(label, [size(c.__dict__) for c in kept], size(C().__dict__), [list(c.__dict__) for c in kept[:2]])


C, kept = fresh()
show("fresh", C, kept)
del kept[0].a1
show("deleted", C, kept)
kept[0].a1 = 5
show("set again", C, kept)
C, kept = fresh()
del kept[0].a2
show("the last deleted", C, kept)
kept[0].b = 1
show("and another set", C, kept)
C, kept = fresh()
kept[1].__dict__[5] = 1
show("an int key", C, kept)
del kept[1].__dict__[5]
show("and gone", C, kept)
C, kept = fresh()
kept[1].__dict__.clear()
show("cleared", C, kept)
kept[1].a0 = 1
show("and set", C, kept)
C, kept = fresh()
kept[0].__dict__ = {"x": 1}
show("another dict", C, kept)
C, kept = fresh()
kept[0].__dict__.update(z=1, y=2)
show("updated", C, kept)
C, kept = fresh()
kept[0].__dict__.setdefault("s", 1)
show("setdefault", C, kept)
C, kept = fresh()
print("pop", kept[0].__dict__.pop("a0"), kept[0].__dict__.popitem())
show("popped", C, kept)
C, kept = fresh(0, 0)
a, b = C(), C()
a.x = 1
a.y = 2
b.y = 1
b.x = 2
show("another order", C, [a, b])
c = C()
c.y = 1
show("half", C, [c, a, b])
C, kept = fresh(0, 0)
one = C()
for i in range(45):
    setattr(one, "n%d" % i, i)
    if i in (0, 4, 5, 9, 10, 20, 21, 28, 29, 30, 41, 42):
        print("growing alone", i + 1, size(one.__dict__), size(C().__dict__))
C, kept = fresh(0, 2)
one, two = kept
for i in range(45):
    setattr(one, "n%d" % i, i)
    if i in (0, 4, 5, 9, 10, 20, 21, 28, 29, 30, 41, 42):
        print("growing beside another", i + 1, size(one.__dict__), size(two.__dict__), size(C().__dict__))
print("copies", size(kept[0].__dict__.copy()), size(dict(kept[0].__dict__)), size({**kept[0].__dict__}))
C, kept = fresh(4, 3)
print("small copies", size(kept[0].__dict__.copy()), size(dict(kept[0].__dict__)), size({**kept[0].__dict__}))
