"""The tower of abstract numbers: Number, Complex, Real, Rational, Integral."""

from abc import ABCMeta, abstractmethod

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


class Number(metaclass=ABCMeta):
    """Every number; what kind is told by the classes below."""

    __slots__ = ()
    __hash__ = None


def _required(names, *, arguments):
    """Abstract methods by name, for a class body to take in."""
    made = {}
    for name in names.split():
        if arguments == 1:
            def method(self, other):
                raise NotImplementedError
        else:
            def method(self):
                raise NotImplementedError
        method.__name__ = method.__qualname__ = name
        made[name] = abstractmethod(method)
    return made


class Complex(Number):
    """Numbers with a real and an imaginary part."""

    __slots__ = ()
    locals().update(_required("__complex__ __neg__ __pos__ __abs__ conjugate", arguments=0))
    locals().update(_required("__add__ __radd__ __mul__ __rmul__ __truediv__ __rtruediv__ __pow__ __rpow__ __eq__",
                              arguments=1))

    def __bool__(self):
        return self != 0

    @property
    @abstractmethod
    def real(self):
        raise NotImplementedError

    @property
    @abstractmethod
    def imag(self):
        raise NotImplementedError

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


Complex.register(complex)


class Real(Complex):
    """Numbers on a line: they are ordered and can be rounded."""

    __slots__ = ()
    locals().update(_required("__float__ __trunc__ __floor__ __ceil__", arguments=0))
    locals().update(_required("__floordiv__ __rfloordiv__ __mod__ __rmod__ __lt__ __le__", arguments=1))

    @abstractmethod
    def __round__(self, ndigits=None):
        raise NotImplementedError

    def __divmod__(self, other):
        return (self // other, self % other)

    def __rdivmod__(self, other):
        return (other // self, other % self)

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self


Real.register(float)


class Rational(Real):
    """Quotients of two whole numbers in lowest terms."""

    __slots__ = ()

    @property
    @abstractmethod
    def numerator(self):
        raise NotImplementedError

    @property
    @abstractmethod
    def denominator(self):
        raise NotImplementedError

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """Whole numbers, with bits."""

    __slots__ = ()
    locals().update(_required("__int__ __invert__", arguments=0))
    locals().update(_required("__lshift__ __rlshift__ __rshift__ __rrshift__ __and__ __rand__ __xor__ __rxor__ __or__ "
                              "__ror__", arguments=1))

    @abstractmethod
    def __pow__(self, exponent, modulus=None):
        raise NotImplementedError

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


Integral.register(int)
