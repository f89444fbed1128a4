# Attribute names that a program builds: which str the keys hold, and what stays allocated for them.
import sys
import tracemalloc


class Slotted:
    __slots__ = ["field%s" % i for i in range(3)]


class Plain:
    pass


def fill(count):
    made = Plain()
    for i in range(count):
        setattr(made, "field%s" % i, None)
    return made


tracemalloc.start()
before = tracemalloc.take_snapshot()
made = fill(3)
after = tracemalloc.take_snapshot()
line = fill.__code__.co_firstlineno + 3
left = [s.size for s in after.compare_to(before, "lineno") if s.traceback[0].lineno == line and s.traceback[0].filename == __file__]
tracemalloc.stop()
print("left by built names", left)
print("keys are the slots' names", [list(made.__dict__)[i] is getattr(Slotted, "field%s" % i).__name__ for i in range(3)])
name = "built_%s" % 1
setattr(made, name, 1)
print("a new name is the key", list(made.__dict__)[-1] is name, sys.intern("built_" + str(1)) is name)
again = "built_%s" % 1
setattr(made, again, 2)
print("an equal one is not", list(made.__dict__)[-1] is name, again is name)
name = "gone_%s" % 1
try:
    delattr(made, name)
except AttributeError as error:
    print("asked for in vain", sys.intern("gone_" + str(1)) is name)
name = "read_%s" % 1
getattr(made, name, None)
print("read", sys.intern("read_" + str(1)) is name)
other = "direct_%s" % 1
made.__dict__[other] = 1
print("stored into the dict", sys.intern("direct_" + str(1)) is other)
generic = "generic_%s" % 1
object.__setattr__(made, generic, 1)
print("object.__setattr__", list(made.__dict__)[-1] is generic, sys.intern("generic_" + str(1)) is generic)
