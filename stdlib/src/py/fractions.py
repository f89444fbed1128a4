"""Fractions: quotients of ints in lowest terms, with exact arithmetic."""

import math
import numbers
import operator
import sys

__all__ = ["Fraction"]

_HASH_MODULUS = sys.hash_info.modulus
_HASH_INF = sys.hash_info.inf


def _digits(text, at):
    """Where the digits from `at` on end; single underscores may stand between them."""
    start = at
    while at < len(text) and (text[at].isdecimal() or (
            text[at] == "_" and at > start and text[at - 1] != "_" and text[at + 1:at + 2].isdecimal())):
        at += 1
    return at


def _parse(text):
    """Numerator and denominator of `3/4`, `-1.25`, `6e-3`; None for another text."""
    text = text.strip()
    sign = -1 if text.startswith("-") else 1
    at = 1 if text[:1] in ("-", "+") else 0
    end = _digits(text, at)
    whole = text[at:end]
    if whole and text[end:end + 1] == "/":
        last = _digits(text, end + 1)
        if last == end + 1 or last != len(text):
            return None
        return sign * int(whole), int(text[end + 1:])
    numerator, denominator, some = int(whole or "0"), 1, bool(whole)
    if text[end:end + 1] == ".":
        last = _digits(text, end + 1)
        decimal = text[end + 1:last].replace("_", "")
        if decimal:
            denominator = 10 ** len(decimal)
            numerator, some = numerator * denominator + int(decimal), True
        end = last
    if some and text[end:end + 1] in ("e", "E"):
        negative = text[end + 1:end + 2] == "-"
        start = end + 1 + (text[end + 1:end + 2] in ("-", "+") and end + 1 < len(text))
        last = _digits(text, start)
        if last == start:
            return None
        power = 10 ** int(text[start:last])
        numerator, denominator = (numerator, denominator * power) if negative else (numerator * power, denominator)
        end = last
    if not some or end != len(text):
        return None
    return sign * numerator, denominator


def _operations(exact, fallback):
    """The method for `a op b` and the one for `b op a`."""
    def forward(a, b):
        if isinstance(b, Fraction):
            return exact(a, b)
        if isinstance(b, int):
            return exact(a, _lowest(b.numerator, 1))
        if isinstance(b, float):
            return fallback(float(a), b)
        if isinstance(b, complex):
            return fallback(complex(a), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, numbers.Rational):
            return exact(Fraction(a), b)
        if isinstance(a, numbers.Real):
            return fallback(float(a), float(b))
        if isinstance(a, numbers.Complex):
            return fallback(complex(a), complex(b))
        return NotImplemented

    name = fallback.__name__
    forward.__name__ = forward.__qualname__ = f"__{name}__"
    reverse.__name__ = reverse.__qualname__ = f"__r{name}__"
    return forward, reverse


def _lowest(numerator, denominator):
    """The fraction of two ints that have no factor in common, the second one positive."""
    made = object.__new__(Fraction)
    made._numerator, made._denominator = numerator, denominator
    return made


def _sum(a, n, d):
    """a + n/d. Common factors are looked for in the denominators, which are short, first (Knuth, 4.5.1)."""
    numerator, denominator = a._numerator, a._denominator
    common = math.gcd(denominator, d)
    if common == 1:
        return _lowest(numerator * d + n * denominator, denominator * d)
    part = denominator // common
    total = numerator * (d // common) + n * part
    common = math.gcd(total, common)
    return _lowest(total // common, part * (d // common))


def _product(a, n, d):
    """a * (n/d); each numerator can share factors with the other denominator only."""
    numerator, denominator = a._numerator, a._denominator
    left, right = math.gcd(numerator, d), math.gcd(n, denominator)
    return _lowest((numerator // left) * (n // right), (denominator // right) * (d // left))


def _add(a, b):
    return _sum(a, b._numerator, b._denominator)


def _sub(a, b):
    return _sum(a, -b._numerator, b._denominator)


def _mul(a, b):
    return _product(a, b._numerator, b._denominator)


def _truediv(a, b):
    n, d = b._numerator, b._denominator
    if n > 0:
        return _product(a, d, n)
    if n < 0:
        return _product(a, -d, -n)
    numerator = a._numerator // (math.gcd(a._numerator, 0) or 1)
    raise ZeroDivisionError("Fraction(%s, 0)" % (numerator * (d // math.gcd(d, a._denominator))))


def _floordiv(a, b):
    return (a._numerator * b._denominator) // (a._denominator * b._numerator)


def _divmod(a, b):
    left, right = a._numerator * b._denominator, a._denominator * b._numerator
    whole, rest = divmod(left, right)
    return whole, Fraction(rest, a._denominator * b._denominator)


def _mod(a, b):
    rest = (a._numerator * b._denominator) % (b._numerator * a._denominator)
    return Fraction(rest, a._denominator * b._denominator)


class Fraction(numbers.Rational):
    """A rational number: Fraction(3, 4), Fraction("3/4"), Fraction(0.75), Fraction("0.75")."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, float) or hasattr(type(numerator), "as_integer_ratio"):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            found = _parse(numerator)
            if found is None:
                raise ValueError("Invalid literal for Fraction: %r" % numerator)
            numerator, denominator = found
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % numerator)
        common = math.gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        self._numerator, self._denominator = numerator // common, denominator // common
        return self

    @classmethod
    def from_float(cls, f):
        """The exact value of a float."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("%s.from_float() only takes floats, not %r (%s)" % (cls.__name__, f, type(f).__name__))
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The exact value of a Decimal."""
        if isinstance(dec, numbers.Integral):
            return cls(int(dec))
        if not hasattr(type(dec), "as_integer_ratio") or isinstance(dec, float):
            raise TypeError("%s.from_decimal() only takes Decimals, not %r (%s)" % (
                cls.__name__, dec, type(dec).__name__))
        return cls(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        """Numerator and denominator, the latter positive."""
        return (self._numerator, self._denominator)

    def limit_denominator(self, max_denominator=1000000):
        """The closest fraction with a denominator of at most `max_denominator`."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Convergents of the continued fraction until the denominator would be too large.
        low_n, low_d, high_n, high_d = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            step = n // d
            next_d = low_d + step * high_d
            if next_d > max_denominator:
                break
            low_n, low_d, high_n, high_d = high_n, high_d, low_n + step * high_n, next_d
            n, d = d, n - step * d
        steps = (max_denominator - low_d) // high_d
        near = Fraction(low_n + steps * high_n, low_d + steps * high_d)
        convergent = Fraction(high_n, high_d)
        return convergent if abs(convergent - self) <= abs(near - self) else near

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return "%s(%s, %s)" % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return "%s/%s" % (self._numerator, self._denominator)

    __add__, __radd__ = _operations(_add, operator.add)
    __sub__, __rsub__ = _operations(_sub, operator.sub)
    __mul__, __rmul__ = _operations(_mul, operator.mul)
    __truediv__, __rtruediv__ = _operations(_truediv, operator.truediv)
    __floordiv__, __rfloordiv__ = _operations(_floordiv, operator.floordiv)
    __mod__, __rmod__ = _operations(_mod, operator.mod)
    __divmod__, __rdivmod__ = _operations(_divmod, divmod)

    def __pow__(a, b):
        if not isinstance(b, numbers.Rational):
            return float(a) ** b
        if b.denominator != 1:
            return float(a) ** float(b)
        power = b.numerator
        if power >= 0:
            return Fraction(a._numerator ** power, a._denominator ** power)
        return Fraction(a._denominator ** -power, a._numerator ** -power)

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(self):
        return Fraction(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            doubled = rest * 2
            up = doubled > self._denominator or (doubled == self._denominator and whole % 2 == 1)
            return whole + up
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, _HASH_MODULUS)
        except ValueError:
            value = _HASH_INF
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        result = value if self._numerator >= 0 else -value
        return -2 if result == -1 else result

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return 0.0 == b if math.isnan(b) or math.isinf(b) else a == a.from_float(b)
        return NotImplemented

    def _compared(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return op(0.0, other)
            return op(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._compared(b, operator.lt)

    def __gt__(a, b):
        return a._compared(b, operator.gt)

    def __le__(a, b):
        return a._compared(b, operator.le)

    def __ge__(a, b):
        return a._compared(b, operator.ge)

    def __bool__(self):
        return bool(self._numerator)

    def __reduce__(self):
        return (self.__class__, (self._numerator, self._denominator))

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()
