# What a class statement leaves in the namespace of a class, and in which order.
class A:
    x = 1

    def f(self, o):
        self.b = 1
        self.a: int = 2
        o.c = 1
        self.d += 1
        del self.h
        (self.i, self.j), *self.k = (1, 2), 3
        for self.l in ():
            pass

        def g():
            self.n = 1

        class I:
            def z(self):
                self.q = 1

        return [self for self.o in ()]

    async def h(self):
        self.r = 1

    @staticmethod
    def s(me):
        me.t = 1

    m = lambda self: [self.u for self.v in ()]


def same(c):
    return c


@same
@same
class B(A):
    "doc"

    def f(self):
        return __class__


self = A()


class C:
    self.zzz = 1
    if 1:
        __slots__ = ()


for c in A, B, C, type("X", (), {}), type("Y", (A,), {"a": 1}):
    print(list(vars(c)), sorted(vars(c).get("__static_attributes__", "-")), vars(c).get("__firstlineno__"))
