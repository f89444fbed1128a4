# Subclasses of builtin containers keep what is in their slots when they are copied and pickled.
import collections
import copy
import pickle


class Set(set):
    __slots__ = ("x", "__dict__")


class Bytes(bytearray):
    __slots__ = ("x",)


class Deque(collections.deque):
    __slots__ = ("x",)


for value in (Set([1]), Bytes(b"a")):
    value.x = [1, 2]
    for twin in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        print(type(twin).__name__, twin == value, twin.x, twin.x is value.x)
value = Deque([1])
value.x = 1
print(pickle.loads(pickle.dumps(value)).x)
print({1}.__reduce__(), bytearray(b"a").__reduce__(), collections.deque([1]).__reduce__()[:3])
# expect: Set True [1, 2] True
# expect: Set True [1, 2] False
# expect: Set True [1, 2] False
# expect: Bytes True [1, 2] True
# expect: Bytes True [1, 2] False
# expect: Bytes True [1, 2] False
# expect: 1
# expect: (<class 'set'>, ([1],), None) (<class 'bytearray'>, ('a', 'latin-1'), None) (<class 'collections.deque'>, (), None)
