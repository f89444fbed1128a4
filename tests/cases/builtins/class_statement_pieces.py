class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', name, bases, kw)
        return {'prepared': 1}
    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, sorted(k for k in ns if not k.startswith('__')), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
class C(metaclass=Meta, option=5):
    x = 1
    def f(self):
        return super().__init__
print(C.prepared, C.x)
class D(C):
    pass
class A(type):
    pass
class B(type):
    pass
try:
    class E(A('a', (), {}), B('b', (), {})):
        pass
except TypeError as e:
    print(e)
# expect: prepare C () {'option': 5}
# expect: new C ['f', 'prepared', 'x'] {'option': 5}
# expect: 1 1
# expect: prepare D (<class '__main__.C'>,) {}
# expect: new D ['prepared'] {}
# expect: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
