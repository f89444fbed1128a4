# Counts of arguments inside of __init__, call by call at one place.
import sys
class C:
    def __init__(self, a):
        self.n = sys.getrefcount(a)
class D:
    def __init__(self, a, b=1):
        self.n = sys.getrefcount(a)
class E:
    def __init__(self, *a):
        self.n = sys.getrefcount(a[0])
class S:
    __slots__ = "n",
    def __init__(self, a):
        self.n = sys.getrefcount(a)
class B(C): pass
class L:
    def __init__(self, a):
        def f(): return a
        self.n = sys.getrefcount(a)
def run(cls):
    x = object()
    out = []
    for i in range(12):
        out.append(cls(x).n)
    print(cls.__name__, out)
for cls in C, D, E, S, B, L: 
    exec("""def run2(cls):
    x = object()
    out = []
    for i in range(12):
        out.append(cls(x).n)
    print(cls.__name__, out)
run2(cls)""")
def once(x): return C(x).n
x = object()
print(once(x), once(x), once(x), once(x))
y = [C(x).n for i in range(5)]
print(y)
print(C(x).n, C(x).n)
def kw(x): return C(a=x).n
print(kw(x), kw(x), kw(x))
