# Where __del__ is looked for.
import gc


class Base:
    def __del__(self):
        print("Base", type(self).__name__)


class Child(Base):
    pass


class Over(Base):
    def __del__(self):
        print("Over")
        super().__del__()


class None_(Base):
    __del__ = lambda self: None


class Slots:
    __slots__ = ("a",)

    def __del__(self):
        print("Slots", hasattr(self, "a"))


class Meta(type):
    def __del__(cls):
        print("Meta", cls.__name__)


Base()
Child()
Over()
None_()
Slots()
obj = Base()
obj.__del__ = lambda: print("instance")
del obj


class Late:
    pass


a, b = Late(), Late()
Late.__del__ = lambda self: print("late")
del a
del Late.__del__
del b
print("deleted")
Late.__del__ = lambda self: print("again")
Late()
Child.__del__ = lambda self: print("child")
Child()
del Child.__del__
Child()


class Made(metaclass=Meta):
    pass


del Made
print("collect", gc.collect() > 0)


class Changes:
    def __del__(self):
        print("Changes")


obj = Late()
obj.__class__ = Changes
del obj


class Turns:
    def __del__(self):
        self.__class__ = Changes
        print("turns")


Turns()
for base in (int, float, str, bytes, tuple, list, dict, set, frozenset, Exception, object, bytearray):
    cls = type("Sub", (base,), {"__del__": lambda self: print("sub of", type(self).__mro__[1].__name__)})
    cls()
print("explicit")
obj = Base()
obj.__del__()
Base.__del__(obj)
del obj
cls = type("New", (), {"__new__": lambda cls: print("new") or object.__new__(cls), "__init__": lambda self: 1 / 0, "__del__": lambda self: print("del without init")})
try:
    cls()
except ZeroDivisionError:
    print("raised")
