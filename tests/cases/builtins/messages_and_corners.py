# Messages and corner cases of many builtins.
import collections, enum, functools
from enum import Enum, Flag, verify, NAMED_FLAGS
class P: pass
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def bases(*b): P.__bases__ = b
def flags(**names):
    return verify(NAMED_FLAGS)(Flag("F", names))
for b in (int, str, list, dict, float): t(lambda: bases(b))
t(lambda: Flag(3)); t(lambda: Enum(1)); t(lambda: flags(A=1, B=6)); t(lambda: flags(A=1, B=3)); t(lambda: flags(A=1, B=3, C=5)); t(lambda: flags(A=1, B=3, C=5, D=9)); t(lambda: flags(A=1, B=2, C=3))
t(lambda: 1 << 2**65); t(lambda: 1 << 2**66); t(lambda: 1 << 2**80); t(lambda: 0 << 2**80)
for v in ("a", [1], (1,), b"a", bytearray(b"a")): t(lambda: v.__mul__()); t(lambda: v.__rmul__(1, 2))
t(lambda: b"".decode("zork")); t(lambda: b"a".decode("zork")); t(lambda: float(bytearray(b"x"))); t(lambda: float(b"x"))
t(lambda: str.maketrans(0, 2)); t(lambda: str.maketrans("a", b"b")); t(lambda: str.maketrans(1, "a")); t(lambda: str.maketrans("a", "b", 3))
m = memoryview(b"ab"); m.release(); t(lambda: m == m); t(lambda: m == 3); t(lambda: m != 3); t(lambda: m == b"ab")
t(lambda: collections.OrderedDict(1, 2)); t(lambda: functools.partialmethod(len)); t(lambda: functools.partialmethod(print, 1, end=""))
t(lambda: functools.lru_cache(3).__qualname__)
import collections.abc
print(collections.abc.Sequence, collections.abc.Mapping.__module__, collections.abc.Callable[[int], str])
import types
c = (lambda x: x + 1).__code__
t(lambda: types.MethodType(len, None)); t(lambda: c.replace(zz=1)); t(lambda: c.replace(co_name=3)); t(lambda: c.replace(co_name="q").co_name)
# expect: TypeError __bases__ assignment: 'int' object layout differs from 'object'
# expect: TypeError __bases__ assignment: 'str' object layout differs from 'object'
# expect: TypeError __bases__ assignment: 'list' deallocator differs from 'object'
# expect: TypeError __bases__ assignment: 'dict' deallocator differs from 'object'
# expect: TypeError __bases__ assignment: 'float' object layout differs from 'object'
# expect: TypeError <flag 'Flag'> has no members defined
# expect: TypeError <enum 'Enum'> has no members defined
# expect: ValueError invalid Flag 'F': alias B is missing combined values of 0x6 [use enum.show_flag_values(value) for details]
# expect: ValueError invalid Flag 'F': alias B is missing value 0x2 [use enum.show_flag_values(value) for details]
# expect: ValueError invalid Flag 'F': aliases B and C are missing combined values of 0x6 [use enum.show_flag_values(value) for details]
# expect: ValueError invalid Flag 'F': aliases B, C and D are missing combined values of 0xe [use enum.show_flag_values(value) for details]
# expect: <flag 'F'>
# expect: MemoryError 
# expect: OverflowError too many digits in integer
# expect: OverflowError too many digits in integer
# expect: 0
# expect: TypeError  expected 1 argument, got 0
# expect: TypeError  expected 1 argument, got 2
# expect: TypeError  expected 1 argument, got 0
# expect: TypeError  expected 1 argument, got 2
# expect: TypeError  expected 1 argument, got 0
# expect: TypeError  expected 1 argument, got 2
# expect: TypeError  expected 1 argument, got 0
# expect: TypeError  expected 1 argument, got 2
# expect: TypeError  expected 1 argument, got 0
# expect: TypeError  expected 1 argument, got 2
# expect:
# expect: LookupError unknown encoding: zork
# expect: ValueError could not convert string to float: bytearray(b'x')
# expect: ValueError could not convert string to float: b'x'
# expect: TypeError maketrans() argument 2 must be str, not int
# expect: TypeError maketrans() argument 2 must be str, not bytes
# expect: TypeError first maketrans argument must be a string if there is a second argument
# expect: TypeError maketrans() argument 3 must be str, not int
# expect: True
# expect: False
# expect: True
# expect: False
# expect: TypeError expected at most 1 arguments, got 2
# expect: functools.partialmethod(<built-in function len>, , )
# expect: functools.partialmethod(<built-in function print>, 1, end='')
# expect: lru_cache.<locals>.decorating_function
# expect: <class 'collections.abc.Sequence'> collections.abc collections.abc.Callable[[int], str]
# expect: TypeError instance must not be None
# expect: TypeError 'zz' is an invalid keyword argument for replace()
# expect: TypeError replace() argument 'co_name' must be str, not int
# expect: q
