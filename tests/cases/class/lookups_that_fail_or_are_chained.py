"""Comparison methods that cannot be looked up, names that are no strs, chained class methods, `__class__` inside mro()."""
import copy
import operator
import types
import weakref
from collections import UserList
from collections.abc import MutableSet


class E:
    __eq__ = property(lambda self: self.missing)
    __hash__ = None


print(E() == E(), E() != E())
try:
    type.__setattr__(E, b"x", None)
except TypeError as error:
    print(error)
print(operator.index(True), range(True).stop, range(2)[True])


class Number(int):
    pass


class Index:
    def __index__(self):
        return Number(3)


print(type(operator.index(Number(4))), [1, 2, 3, 4][Index()])


class A:
    def foo(self, cls):
        return cls.__name__


class B:
    bar = classmethod(A().foo)
    chained = classmethod(classmethod(lambda cls: cls.__name__))
    number = classmethod(property(lambda cls: cls.__name__ + "!"))


print(B.bar(), B.number)
try:
    print(B.chained())
except TypeError as error:
    print(error)




class Base(type):
    def mro(cls):
        cls.__dict__["look"]()
        return super().mro()


class Seen(metaclass=Base):
    def look():
        print(__class__.__name__)


try:
    exec("class C(metaclass=type, metaclass=type): pass")
except SyntaxError as error:
    print(error)


def f(**kwargs):
    return kwargs


try:
    f(**{1: 3}, **{1: 5})
except TypeError as error:
    print(error)


class Missing(dict):
    def __missing__(self, key):
        if key.startswith("_"):
            return int(key[1:])
        raise KeyError(key)


total = eval("lambda: _1 + _2 + len('abc')", Missing())
print([total() for _ in range(20)][-1])
items = UserList([1, 2])
other = copy.copy(items)
other.append(3)
print(items, other, copy.deepcopy(slice([1], 2)), copy.copy(slice(1)))
print(issubclass(weakref.WeakSet, MutableSet))


class Six:
    def __reduce__(self):
        return Six, (), {}, None, None, None


try:
    copy.copy(Six())
except TypeError as error:
    print(error)


async def never():
    pass


kept = never()
# expect: False True
# expect: attribute name must be string, not 'bytes'
# expect: 1 1 1
# expect: <class 'int'> 4
# expect: B B!
# expect: B
# expect: Seen
# expect: keyword argument repeated: metaclass (<string>, line 1)
# expect: __main__.f() got multiple values for keyword argument '1'
# expect: 6
# expect: [1, 2] [1, 2, 3] slice([1], 2, None) slice(None, 1, None)
# expect: True
# expect: _reconstruct() takes from 4 to 7 positional arguments but 8 were given
# stderr: tests/cases/class/lookups_that_fail_or_are_chained.py:32: DeprecationWarning: __index__ returned non-int (type Number).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.
# stderr:   print(type(operator.index(Number(4))), [1, 2, 3, 4][Index()])
# stderr: sys:1: RuntimeWarning: coroutine 'never' was never awaited
