# What happens at the end of a program: atexit, finalizers, globals, cycles.
import atexit
import gc
import weakref

gc.collect()


class T:
    def __init__(self, name):
        self.name = name

    def __del__(self, print=print):
        print("del", self.name)


def function():
    return T("never made")


b = T("b")
_a = T("_a")
a = T("a")
__c = T("__c")
row = [T(1), T(2), T(3)]
table = {"x": T("x"), "y": T("y")}
cycle = T("cycle")
cycle.me = cycle
hidden = T("hidden")
hidden.me = hidden
del hidden
function.attribute = T("function attribute")


class Holder:
    part = T("class attribute")


holder = Holder()
holder.part = T("instance attribute")
weakref.finalize(b, print, "finalize b")
ref = weakref.ref(a, lambda ref: print("callback never"))
atexit.register(print, "atexit 1")
atexit.register(lambda: print("atexit 2", a.name))


def running():
    try:
        yield
    finally:
        print("generator finally")


generator = running()
next(generator)
z = T("z")
print("end")
