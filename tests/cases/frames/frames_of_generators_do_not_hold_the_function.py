"""A frame object owns code and locals only when its call is over."""
import gc
import sys


def body():
    x = [1]
    yield x
    yield 2


def counts():
    return sys.getrefcount(body), sys.getrefcount(body.__code__)


before = counts()
g = body()
made = counts()
frame = g.gi_frame
print([b - a for a, b in zip(made, counts())], frame.f_lineno, frame.f_code is body.__code__)
next(g)
print([b - a for a, b in zip(made, counts())], frame.f_lineno, frame.f_locals, frame.f_globals is globals())
del g
print(frame.f_code is body.__code__, frame.f_lineno, frame.f_back, "x" in frame.f_locals)
del frame
print([b - a for a, b in zip(before, counts())])


def held():
    f = sys._getframe()
    return sys.getrefcount(held) - 3, f.f_code.co_name


print(held())


class Cycle:
    pass


c = Cycle()
c.g = body()
c.frame = c.g.gi_frame
c.g2 = (lambda: (yield c))()
next(c.g2)
kept = c.g2.gi_frame
del c
gc.collect()
print(kept.f_code.co_name, kept.f_globals is globals())
kept.clear()
del kept
gc.collect()
g = (lambda: (yield))()
l = [g.gi_frame]
# expect: [0, 0] 6 True
# expect: [0, 0] 8 {'x': [1]} True
# expect: True 8 None True
# expect: [0, 0]
# expect: (0, 'held')
# expect: <lambda> True
