# What goes wrong in __del__ and callbacks is told to sys.unraisablehook, and the program goes on.
import gc
import sys
import weakref


def told(args):
    name = getattr(args.object, "__qualname__", type(args.object).__name__)
    print("told", args.exc_type.__name__, str(args.exc_value).split(".")[-1], args.err_msg, name, args.exc_traceback is not None)


sys.unraisablehook = told


class Raises:
    def __del__(self):
        raise ValueError("in __del__")


class Exits:
    def __del__(self):
        sys.exit(3)


class Interrupts:
    def __del__(self):
        raise KeyboardInterrupt


class Wrong:
    def __del__(self, more):
        pass


class NotCallable:
    __del__ = 5


class Nothing:
    __del__ = None


class Chained:
    def __del__(self):
        try:
            1 / 0
        except ZeroDivisionError:
            raise KeyError("second")


class Static:
    @staticmethod
    def __del__():
        print("static")


class Class:
    @classmethod
    def __del__(cls):
        print("class", cls.__name__)


for cls in (Raises, Exits, Interrupts, Wrong, NotCallable, Chained, Static, Class):
    print(cls.__name__)
    cls()
print("in a cycle")
for cls in (Raises, Exits):
    obj = cls()
    obj.me = obj
    del obj
    gc.collect()
print("in a callback")
obj = Raises()
ref = weakref.ref(obj, lambda ref: 1 / 0)
del obj
print("exceptions around stay")
try:
    try:
        raise KeyError("around")
    finally:
        Raises()
except KeyError as error:
    print("caught", error, error.__context__)
try:
    raise KeyError("around")
except KeyError:
    Raises()
    print(sys.exc_info()[0].__name__)


def function():
    obj = Raises()
    return "value"


print(function())


def leaving():
    obj = Raises()
    raise KeyError("leaving")


try:
    leaving()
except KeyError as error:
    print(error, error.__context__)
print("hook that fails")


def bad_hook(args):
    print("bad hook")


sys.unraisablehook = bad_hook
Raises()
sys.unraisablehook = told


def generator():
    try:
        yield 1
    finally:
        raise OSError("closing")


def ignoring():
    try:
        yield 1
    except GeneratorExit:
        yield 2


for g in (generator, ignoring):
    it = g()
    next(it)
    del it
print("in callbacks of the collector")
gc.callbacks.append(lambda phase, info: 1 / 0)
gc.collect(0)
gc.callbacks.clear()
print("end")
