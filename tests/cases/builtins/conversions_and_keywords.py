# Conversions warn of subclasses, constructors of keywords; iterators say where they are; modules are shown by their loaders.
import warnings, sys
warnings.simplefilter('always')
def t(f, *a, **k):
    try:
        with warnings.catch_warnings(record=True) as w:
            warnings.simplefilter('always')
            r = f(*a, **k)
        print(repr(r), [(x.category.__name__, str(x.message)) for x in w])
    except BaseException as e: print(type(e).__name__, e)
class I(int): pass
class F(float): pass
class Cx(complex): pass
def mk(**d): return type('X', (), d)()
t(int, mk(__int__=lambda s: I(4))); t(int, mk(__int__=lambda s: True)); t(int, mk(__trunc__=lambda s: 4)); t(int, mk(__trunc__=lambda s: mk(__index__=lambda s: 5)))
t(int, mk(__index__=lambda s: I(4))); t(range, mk(__index__=lambda s: I(4)))
t(float, mk(__float__=lambda s: F(4))); t(complex, mk(__complex__=lambda s: Cx(4j))); t(complex, mk(__float__=lambda s: F(4)))
import math
t(math.sin, mk(__float__=lambda s: F(4)))
class C2(complex):
    def __complex__(self): return 42j
t(complex, C2(1j))
class C3(complex):
    def __complex__(self): return None
t(complex, C3(1j)); t(complex, mk(__complex__=lambda s: 1))
for x in ('0x1p０', '０x1p0', '1e０', '１', ' 0x.8 '): t(float.fromhex, x)
t(lambda: str.maketrans.__qualname__); t(lambda: bytes.maketrans.__qualname__); t(lambda: dict.fromkeys.__qualname__)
class Fi(filter):
    def __new__(cls, *a, newarg=None): return filter.__new__(cls, *a)
t(lambda: list(Fi(None, [1], newarg=3)))
class Fi(filter): pass
t(lambda: list(Fi(None, [1], newarg=3)))
class Fi(map): pass
t(lambda: list(Fi(str, [1], newarg=3)))
class Fi(filter):
    def __init__(self, *a, newarg=None): pass
t(lambda: list(Fi(None, [1], newarg=3)))
class S(set): pass
t(lambda: S([1], sequence=2)); t(lambda: S(sequence=2)); t(lambda: set(a=1))
class S(set):
    def __init__(self, *a, newarg=None): super().__init__(*a); 
t(lambda: S([1], newarg=2))
class S(set):
    def __new__(cls, arg, newarg=None): return super().__new__(cls, arg)
t(lambda: S([1], newarg=2))
class S(frozenset): pass
t(lambda: S([1], newarg=2))
class S(list): pass
t(lambda: S([1], newarg=2))
class S(tuple): pass
t(lambda: S([1], newarg=2))
class S(zip): pass
t(lambda: S([1], newarg=2))
class S(reversed): pass
t(lambda: S([1], newarg=2))
class S(enumerate): pass
t(lambda: S([1], newarg=2))
class S(slice if 0 else range if 0 else object): pass
t(lambda: S(newarg=2))
class L(list): pass
class X:
    def __eq__(s, o): a.clear() ; return NotImplemented
a = [X()]; b=[1]; t(lambda: a == b)
class X:
    def __eq__(s, o):
        list2.clear(); return True
list1=[X()]; list2=[1]; t(lambda: list1 == list2)
def f():
    l = [1,2,3,4]
    l.sort(key=lambda x: l.append(1) or x)
t(f)
def f():
    l = [1,2,3,4]
    class K:
        def __init__(s,x): s.x=x
        def __lt__(s, o): l.append(3); l.pop(); return s.x < o.x
    l.sort(key=K)
t(f)
class Y:
    def __dir__(s): return 7
t(dir, Y())
class Y:
    __dict__ = 7
t(dir, Y())
class M(type(sys)): 
    pass
class M(type): 
    def __dir__(c): return ['b', 'a', 1]
class Z(metaclass=M): pass
t(dir, Z)
class D(dict):
    def __getitem__(s, k): return 'got ' + k
import types
m = types.ModuleType('foo'); print(m)
class L:
    def module_repr(s, m): return 'nope'
m.__loader__ = L; print(repr(m).replace(hex(id(L)), '')); m.__loader__ = L(); print(str(m)[:40])
m.__file__ = '/tmp/x'; print(m); del m.__name__; print(m); del m.__file__; print(str(m)[:30]); m.__file__=3; print(str(m)[:30])
t(lambda: type('\ud800', (), {})); t(lambda: type('a\0b', (), {})); 
def g(): 
    class A: pass
    A.__name__ = 'a\0'
t(g)
t(compile, 'a\0b', 'f', 'exec'); t(compile, '', 'f', 'badmode'); t(compile, '', 'f', 'single', 0xff); t(compile, '', 'f', 'exec', dont_inherit=1, flags=0, optimize=5); t(compile, 1, 'f', 'exec'); t(compile, '1', b'f', 'eval'); t(compile)
# expect: 4 [('DeprecationWarning', '__int__ returned non-int (type I).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.')]
# expect: 1 [('DeprecationWarning', '__int__ returned non-int (type bool).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.')]
# expect: 4 [('DeprecationWarning', 'The delegation of int() to __trunc__ is deprecated.')]
# expect: 5 [('DeprecationWarning', 'The delegation of int() to __trunc__ is deprecated.')]
# expect: 4 [('DeprecationWarning', '__index__ returned non-int (type I).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.')]
# expect: range(0, 4) [('DeprecationWarning', '__index__ returned non-int (type I).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python.')]
# expect: 4.0 [('DeprecationWarning', 'X.__float__ returned non-float (type F).  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.')]
# expect: 4j [('DeprecationWarning', '__complex__ returned non-complex (type Cx).  The ability to return an instance of a strict subclass of complex is deprecated, and may be removed in a future version of Python.')]
# expect: (4+0j) [('DeprecationWarning', 'X.__float__ returned non-float (type F).  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.')]
# expect: -0.7568024953079282 [('DeprecationWarning', 'X.__float__ returned non-float (type F).  The ability to return an instance of a strict subclass of float is deprecated, and may be removed in a future version of Python.')]
# expect: 42j []
# expect: TypeError __complex__ returned non-complex (type NoneType)
# expect: TypeError __complex__ returned non-complex (type int)
# expect: ValueError invalid hexadecimal floating-point string
# expect: ValueError invalid hexadecimal floating-point string
# expect: ValueError invalid hexadecimal floating-point string
# expect: ValueError invalid hexadecimal floating-point string
# expect: 0.5 []
# expect: 'str.maketrans' []
# expect: 'bytes.maketrans' []
# expect: 'dict.fromkeys' []
# expect: [1] []
# expect: TypeError filter() takes no keyword arguments
# expect: TypeError map() takes no keyword arguments
# expect: [1] []
# expect: TypeError set() takes no keyword arguments
# expect: TypeError set() takes no keyword arguments
# expect: TypeError set() takes no keyword arguments
# expect: S({1}) []
# expect: TypeError set() takes no keyword arguments
# expect: TypeError frozenset() takes no keyword arguments
# expect: TypeError list() takes no keyword arguments
# expect: TypeError tuple() takes no keyword arguments
# expect: TypeError 'newarg' is an invalid keyword argument for zip()
# expect: TypeError reversed() takes no keyword arguments
# expect: TypeError 'newarg' is an invalid keyword argument for enumerate()
# expect: TypeError S() takes no arguments
# expect: False []
# expect: False []
# expect: ValueError list modified during sort
# expect: ValueError list modified during sort
# expect: TypeError 'int' object is not iterable
# expect: ['__class__', '__delattr__', '__dict__', '__dir__', '__doc__', '__eq__', '__format__', '__ge__', '__getattribute__', '__getstate__', '__gt__', '__hash__', '__init__', '__init_subclass__', '__le__', '__lt__', '__module__', '__ne__', '__new__', '__reduce__', '__reduce_ex__', '__repr__', '__setattr__', '__sizeof__', '__str__', '__subclasshook__', '__weakref__'] []
# expect: TypeError '<' not supported between instances of 'int' and 'str'
# expect: <module 'foo'>
# expect: <module 'foo' (<class '__main__.L'>)>
# expect: nope
# expect: nope
# expect: nope
# expect: nope
# expect: nope
# expect: UnicodeEncodeError 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
# expect: ValueError type name must not contain null characters
# expect: ValueError type name must not contain null characters
# expect: SyntaxError source code string cannot contain null bytes
# expect: ValueError compile() mode must be 'exec', 'eval' or 'single'
# expect: ValueError compile(): unrecognised flags
# expect: ValueError compile(): invalid optimize value
# expect: TypeError compile() arg 1 must be a string, bytes or AST object
# expect: <code object <module> at 0xADDR, file "f", line 1> []
# expect: TypeError compile() missing required argument 'source' (pos 1)
