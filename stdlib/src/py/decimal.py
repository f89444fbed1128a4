"""Decimal numbers: exact digits, and rounding as one wants it (General Decimal Arithmetic, as libmpdec does it)."""

import math as _math
import numbers as _numbers
import re as _re
from collections import namedtuple as _namedtuple
from itertools import repeat as _repeat

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext", "DecimalException",
           "Clamped", "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow",
           "FloatOperation", "DivisionImpossible", "InvalidContext", "ConversionSyntax", "DivisionUndefined",
           "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP",
           "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext", "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN",
           "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR"]

ROUND_UP = "ROUND_UP"
ROUND_DOWN = "ROUND_DOWN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_05UP = "ROUND_05UP"
_MODES = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)

HAVE_THREADS = True
HAVE_CONTEXTVAR = True
MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)
__version__ = "1.70"
__libmpdec_version__ = "2.5.1"

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


# ---- signals

class DecimalException(ArithmeticError):
    """Something about a decimal operation."""


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


for _class in (ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext):
    _class.__bases__ = (InvalidOperation,) + tuple(b for b in _class.__bases__ if b is not InvalidOperation)

_SIGNALS = [InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped]
#: The order in which a context shows them.
_SHOWN = [Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow]
_CONDITIONS = {ConversionSyntax: InvalidOperation, DivisionImpossible: InvalidOperation,
               DivisionUndefined: InvalidOperation, InvalidContext: InvalidOperation}


class _SignalDict(dict):
    """Which signals are set; shows itself as a dict of all of them."""

    def __setitem__(self, key, value):
        if key not in _SIGNALS:
            raise KeyError("invalid error flag")
        dict.__setitem__(self, key, bool(value))

    def __delitem__(self, key):
        raise ValueError("signal keys cannot be deleted")


# ---- contexts

class Context:
    """How results are rounded and what is reported."""

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = globals().get("DefaultContext")

        def choose(value, name, default):
            return value if value is not None else getattr(base, name) if base is not None else default

        self.prec = choose(prec, "prec", 28)
        self.rounding = choose(rounding, "rounding", ROUND_HALF_EVEN)
        self.Emin = choose(Emin, "Emin", -999999)
        self.Emax = choose(Emax, "Emax", 999999)
        self.capitals = choose(capitals, "capitals", 1)
        self.clamp = choose(clamp, "clamp", 0)
        if traps is None:
            traps = base.traps if base is not None else [InvalidOperation, DivisionByZero, Overflow]
        self.traps = traps
        self.flags = [] if flags is None else flags

    def __setattr__(self, name, value):
        if name in ("prec", "Emin", "Emax", "capitals", "clamp"):
            if not isinstance(value, int):
                raise TypeError("an integer is required (got type %s)" % type(value).__name__)
            low, high, words = {"prec": (1, MAX_PREC, "[1, MAX_PREC]"), "Emin": (MIN_EMIN, 0, "[MIN_EMIN, 0]"),
                                "Emax": (0, MAX_EMAX, "[0, MAX_EMAX]"), "capitals": (0, 1, None),
                                "clamp": (0, 1, None)}[name]
            if not low <= value <= high:
                raise ValueError("valid range for %s is %s" % (name, words) if words
                                 else "valid values for %s are 0 or 1" % name)
        elif name == "rounding":
            if value not in _MODES:
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                                "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name in ("flags", "traps"):
            if not isinstance(value, dict):
                for signal in value:
                    if signal not in _SIGNALS:
                        raise TypeError("valid values for signals are:\n  [InvalidOperation, FloatOperation, "
                                        "DivisionByZero,\n   Overflow, Subnormal, Underflow, Rounded,\n   Inexact, Clamped]")
                value = {signal: signal in value for signal in _SIGNALS}
            new = _SignalDict()
            for signal in _SIGNALS:
                new[signal] = value.get(signal, False)
            value = new
        else:
            raise AttributeError("'decimal.Context' object has no attribute '%s'" % name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        raise AttributeError("context attributes cannot be deleted")

    def __repr__(self):
        flags = ", ".join(signal.__name__ for signal in _SHOWN if self.flags[signal])
        traps = ", ".join(signal.__name__ for signal in _SHOWN if self.traps[signal])
        return ("Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=[%s], traps=[%s])"
                % (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, flags, traps))

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags, self.traps)

    __copy__ = copy

    def __reduce__(self):
        flags = [s for s in _SIGNALS if self.flags[s]]
        traps = [s for s in _SIGNALS if self.traps[s]]
        return (self.__class__, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, flags, traps))

    def clear_flags(self):
        self.flags = []

    def clear_traps(self):
        self.traps = []

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def _report(self, *conditions):
        """Sets flags, and raises what is trapped."""
        signals = {_CONDITIONS.get(condition, condition) for condition in conditions}
        for signal in signals:
            self.flags[signal] = True
        trapped = [signal for signal in _SIGNALS if signal in signals and self.traps[signal]]
        if trapped:
            shown = [c for c in conditions if c in _CONDITIONS] if trapped[0] is InvalidOperation else []
            raise trapped[0](shown or trapped)

    def create_decimal(self, num="0"):
        number = _read(num, self, exact=False)
        if number._special == "n" and len(str(number._int)) > self.prec - self.clamp:
            self._report(ConversionSyntax)
            return _NAN
        return _fixed(number, self)

    def create_decimal_from_float(self, f):
        return _fixed(Decimal.from_float(f), self)

    def radix(self):
        return Decimal(10)

    def divmod(self, a, b):
        return divmod_in(_convert(a), _convert(b), self)

    def power(self, a, b, modulo=None):
        return _power(_convert(a), _convert(b), None if modulo is None else _convert(modulo), self)

    def to_sci_string(self, x):
        return _text(_convert(x), False, self)

    def to_eng_string(self, x):
        return _text(_convert(x), True, self)

    def minus(self, a):
        return _negative(_convert(a), self)

    def plus(self, a):
        return _positive(_convert(a), self)

    def abs(self, a):
        a = _convert(a)
        return _negative(a, self) if a._sign else _positive(a, self)

    def quantize(self, a, b):
        return _convert(a).quantize(b, context=self)

    def canonical(self, a):
        return a

    def is_signed(self, a):
        return _convert(a).is_signed()

    def is_zero(self, a):
        return _convert(a).is_zero()

    def is_nan(self, a):
        return _convert(a).is_nan()

    def is_infinite(self, a):
        return _convert(a).is_infinite()

    def is_finite(self, a):
        return _convert(a).is_finite()

    def copy_abs(self, a):
        return _convert(a).copy_abs()

    def copy_negate(self, a):
        return _convert(a).copy_negate()

    def copy_sign(self, a, b):
        return _convert(a).copy_sign(b)

    def copy_decimal(self, a):
        return Decimal(_convert(a))


def _context_operation(name, operator=None):
    def method(self, a, *others):
        return getattr(_convert(a), name)(*others, context=self)
    method.__name__ = name
    method.__qualname__ = "Context." + name
    return method


def _context_operator(name, function):
    def method(self, a, b):
        return function(_convert(a), _convert(b), self)
    method.__name__ = name
    method.__qualname__ = "Context." + name
    return method


_current = None


def getcontext():
    """The context in force."""
    global _current
    if _current is None:
        _current = Context()
    return _current


def setcontext(context, /):
    """Puts a context in force."""
    global _current
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current = context


class ContextManager:
    def __init__(self, context):
        self.new = context

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.new)
        return self.new

    def __exit__(self, *exc):
        setcontext(self.saved)


def localcontext(ctx=None, **kwargs):
    """A copy of the context for a `with` block."""
    new = (getcontext() if ctx is None else ctx).copy()
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        setattr(new, name, value)
    return ContextManager(new)


# ---- numbers

_PATTERN = _re.compile(r"""\s*(?P<sign>[-+])?(?:
    (?=\d|\.\d)(?P<int>\d*)(?:\.(?P<frac>\d*))?(?:[eE](?P<exp>[-+]?\d+))?
  | Inf(?:inity)? | (?P<signal>s)?(?P<nan>NaN)(?P<diag>\d*))\s*\Z""", _re.VERBOSE | _re.IGNORECASE)


def _new(sign, int, exp, special=None):
    self = object.__new__(Decimal)
    self._sign, self._int, self._exp, self._special = sign, int, exp, special
    return self


def _read(value, context=None, exact=True):
    """A Decimal of a value that the constructor takes."""
    if isinstance(value, Decimal):
        return _new(value._sign, value._int, value._exp, value._special)
    if isinstance(value, int):
        return _new(1 if value < 0 else 0, abs(int(value)), 0)
    if isinstance(value, str):
        match = _PATTERN.match(value.replace("_", ""))
        if match is None:
            (context or getcontext())._report(ConversionSyntax)
            return _new(0, 0, 0, "n")
        sign = 1 if match["sign"] == "-" else 0
        if match["int"] is not None:
            fraction = match["frac"] or ""
            return _new(sign, int(match["int"] + fraction), int(match["exp"] or 0) - len(fraction))
        if match["nan"]:
            return _new(sign, int(match["diag"] or 0), 0, "s" if match["signal"] else "n")
        return _new(sign, 0, 0, "i")
    if isinstance(value, float):
        context = context or getcontext()
        context.flags[FloatOperation] = True
        if context.traps[FloatOperation]:
            raise FloatOperation([FloatOperation])
        return Decimal.from_float(value)
    if isinstance(value, (tuple, list)):
        return _from_tuple(value)
    raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)


def _from_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if not isinstance(digits, (tuple, list)):
        raise ValueError("coefficient must be a tuple of digits")
    if exponent == "F":
        return _new(sign, 0, 0, "i")
    number = 0
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
        number = number * 10 + digit
    if exponent in ("n", "N"):
        return _new(sign, number, 0, "n" if exponent == "n" else "s")
    if not isinstance(exponent, int):
        raise ValueError("exponent must be an integer" if not isinstance(exponent, str) else
                         "string argument in the third position must be 'F', 'n' or 'N'")
    return _new(sign, number, exponent)


def _convert(value, what="conversion from %s to Decimal is not supported"):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _read(value)
    raise TypeError(what % type(value).__name__)


def _operand(value):
    """The other operand of an operator; None: it is for somebody else."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _read(value)
    return None


def _length(number):
    return len(str(number)) if number else 1


def _rounds_up(mode, sign, number, rest, half):
    """Whether the size of a number grows where `rest` (against `half`) is cut off."""
    if not rest:
        return False
    if mode == ROUND_HALF_EVEN:
        return rest > half or rest == half and number & 1
    if mode == ROUND_HALF_UP:
        return rest >= half
    if mode == ROUND_HALF_DOWN:
        return rest > half
    if mode == ROUND_DOWN:
        return False
    if mode == ROUND_UP:
        return True
    if mode == ROUND_CEILING:
        return not sign
    if mode == ROUND_FLOOR:
        return bool(sign)
    return number % 10 in (0, 5)


def _cut(number, digits, mode, sign):
    """The number without its last digits, rounded, and whether anything was lost."""
    if digits <= 0:
        return number * 10 ** -digits, False
    if digits > _length(number) + 1:
        return int(bool(_rounds_up(mode, sign, 0, 1 if number else 0, 2))), bool(number)
    unit = 10 ** digits
    kept, rest = divmod(number, unit)
    return kept + bool(_rounds_up(mode, sign, kept, 2 * rest, unit)), rest != 0


def _fixed(x, context):
    """The number within the context's precision and exponents, with its signals."""
    if x._special:
        if x._special in "ns" and _length(x._int) > context.prec - context.clamp:
            return _new(x._sign, x._int % 10 ** (context.prec - context.clamp), 0, x._special)
        return x
    etiny, etop = context.Emin - context.prec + 1, context.Emax - context.prec + 1
    sign, number, exp = x._sign, x._int, x._exp
    if not number:
        high = etop if context.clamp else context.Emax
        bounded = min(max(exp, etiny), high)
        if bounded != exp:
            context._report(Clamped)
            return _new(sign, 0, bounded)
        return x
    length = _length(number)
    low = length + exp - context.prec
    if low > etop:
        return _overflowed(sign, context)
    subnormal = low < etiny
    if subnormal:
        low = etiny
    if exp < low:
        number, lost = _cut(number, low - exp, context.rounding, sign)
        exp = low
        if number and _length(number) > context.prec:
            number //= 10
            exp += 1
        if exp > etop:
            return _overflowed(sign, context)
        reports = []
        if lost and subnormal:
            reports.append(Underflow)
        if subnormal:
            reports.append(Subnormal)
        if lost:
            reports.append(Inexact)
        reports.append(Rounded)
        if not number:
            reports.append(Clamped)
        context._report(*reports)
        return _new(sign, number, exp)
    if subnormal:
        context._report(Subnormal)
    if context.clamp and exp > etop:
        context._report(Clamped)
        return _new(sign, number * 10 ** (exp - etop), etop)
    return x


def _overflowed(sign, context):
    mode = context.rounding
    infinite = mode not in (ROUND_DOWN, ROUND_05UP) and not (mode == ROUND_CEILING and sign) \
        and not (mode == ROUND_FLOOR and not sign)
    context._report(Overflow, Inexact, Rounded)
    if infinite:
        return _new(sign, 0, 0, "i")
    return _new(sign, 10 ** context.prec - 1, context.Emax - context.prec + 1)


def _nan_of(context, *operands):
    """The NaN that comes out of an operation on NaNs; None: there is none."""
    for x in operands:
        if x._special == "s":
            context._report(InvalidOperation)
            return _fixed(_new(x._sign, x._int, 0, "n"), context)
    for x in operands:
        if x._special == "n":
            return _fixed(x, context)
    return None


def _invalid(context, condition=InvalidOperation):
    context._report(condition)
    return _NAN


def _add(a, b, context):
    if a._special or b._special:
        nan = _nan_of(context, a, b)
        if nan is not None:
            return nan
        if a._special:
            if b._special and a._sign != b._sign:
                return _invalid(context)
            return a
        return b
    exp = min(a._exp, b._exp)
    if not a._int and not b._int:
        sign = a._sign if a._sign == b._sign else int(context.rounding == ROUND_FLOOR)
        return _fixed(_new(sign, 0, exp), context)
    a, b = _near(a, b, context.prec)
    exp = min(a._exp, b._exp)
    first = a._int * 10 ** (a._exp - exp)
    second = b._int * 10 ** (b._exp - exp)
    total = (-first if a._sign else first) + (-second if b._sign else second)
    if total:
        sign = int(total < 0)
    else:
        sign = a._sign if a._sign == b._sign else int(context.rounding == ROUND_FLOOR)
    return _fixed(_new(sign, abs(total), exp), context)


def _near(a, b, precision):
    """Of two numbers far apart the small one becomes one that rounds alike."""
    big, small = (a, b) if a._exp + _length(a._int) >= b._exp + _length(b._int) else (b, a)
    if not big._int or not small._int:
        zero, other = (a, b) if not a._int else (b, a)
        if other._int and other._exp > zero._exp and other._exp - zero._exp > precision + 2:
            exp = max(zero._exp, other._exp + _length(other._int) - precision - 2)
            zero = _new(zero._sign, 0, exp)
        return (zero, other) if not a._int else (other, zero)
    exp = big._exp + min(-1, _length(big._int) - precision - 2)
    if small._exp + _length(small._int) - 1 < exp:
        small = _new(small._sign, 1, exp)
    return (big, small) if big is a or big == a and small is not a else (small, big)


def _multiply(a, b, context):
    sign = a._sign ^ b._sign
    if a._special or b._special:
        nan = _nan_of(context, a, b)
        if nan is not None:
            return nan
        if not (a or b) or (a._special and not b) or (b._special and not a):
            return _invalid(context)
        return _new(sign, 0, 0, "i")
    return _fixed(_new(sign, a._int * b._int, a._exp + b._exp), context)


def _divide(a, b, context):
    sign = a._sign ^ b._sign
    if a._special or b._special:
        nan = _nan_of(context, a, b)
        if nan is not None:
            return nan
        if a._special and b._special:
            return _invalid(context)
        if a._special:
            return _new(sign, 0, 0, "i")
        context._report(Clamped)
        return _new(sign, 0, context.Etiny())
    if not b._int:
        if not a._int:
            return _invalid(context, DivisionUndefined)
        context._report(DivisionByZero)
        return _new(sign, 0, 0, "i")
    if not a._int:
        return _fixed(_new(sign, 0, a._exp - b._exp), context)
    shift = _length(b._int) - _length(a._int) + context.prec + 1
    exp = a._exp - b._exp - shift
    if shift >= 0:
        number, rest = divmod(a._int * 10 ** shift, b._int)
    else:
        number, rest = divmod(a._int, b._int * 10 ** -shift)
    if rest:
        # A digit that is no tie and no end.
        if number % 5 == 0:
            number += 1
    else:
        ideal = a._exp - b._exp
        while exp < ideal and number % 10 == 0:
            number //= 10
            exp += 1
    return _fixed(_new(sign, number, exp), context)


def _divided(a, b, context):
    """Quotient and remainder of finite numbers, b not 0; None: the quotient has too many digits."""
    sign = a._sign ^ b._sign
    exp = a._exp if b._special else min(a._exp, b._exp)
    gap = a.adjusted() - b.adjusted() if not b._special else -3
    if not a._int or b._special or gap <= -2:
        return _new(sign, 0, 0), _new(a._sign, a._int * 10 ** (a._exp - exp), exp) if a._exp - exp < 2 * context.prec \
            else _rescaled(a, exp, context.rounding)
    if gap <= context.prec:
        first, second = a._int, b._int
        if a._exp >= b._exp:
            first *= 10 ** (a._exp - b._exp)
        else:
            second *= 10 ** (b._exp - a._exp)
        quotient, rest = divmod(first, second)
        if quotient < 10 ** context.prec:
            return _new(sign, quotient, 0), _new(a._sign, rest, exp)
    return None


def _floor_divide(a, b, context):
    if a._special or b._special:
        nan = _nan_of(context, a, b)
        if nan is not None:
            return nan
        if a._special:
            return _invalid(context) if b._special else _new(a._sign ^ b._sign, 0, 0, "i")
    elif not b._int:
        if not a._int:
            return _invalid(context, DivisionUndefined)
        context._report(DivisionByZero)
        return _new(a._sign ^ b._sign, 0, 0, "i")
    parts = _divided(a, b, context)
    return _invalid(context, DivisionImpossible) if parts is None else parts[0]


def _remainder(a, b, context):
    if a._special or b._special:
        nan = _nan_of(context, a, b)
        if nan is not None:
            return nan
        if a._special:
            return _invalid(context)
    elif not b._int:
        return _invalid(context, InvalidOperation if a._int else DivisionUndefined)
    parts = _divided(a, b, context)
    return _invalid(context, DivisionImpossible) if parts is None else _fixed(parts[1], context)


def divmod_in(a, b, context):
    if a._special or b._special:
        nan = _nan_of(context, a, b)
        if nan is not None:
            return nan, nan
        if a._special:
            if b._special:
                return _invalid(context), _NAN
            context._report(InvalidOperation)
            return _new(a._sign ^ b._sign, 0, 0, "i"), _NAN
    elif not b._int:
        if not a._int:
            return _invalid(context, DivisionUndefined), _NAN
        context._report(DivisionByZero, InvalidOperation)
        return _new(a._sign ^ b._sign, 0, 0, "i"), _NAN
    parts = _divided(a, b, context)
    if parts is None:
        return _invalid(context, DivisionImpossible), _NAN
    return parts[0], _fixed(parts[1], context)


def _negative(a, context):
    if a._special:
        nan = _nan_of(context, a)
        if nan is not None:
            return nan
    sign = 0 if not a and not a._special and context.rounding != ROUND_FLOOR else 1 - a._sign
    return _fixed(_new(sign, a._int, a._exp, a._special), context)


def _positive(a, context):
    if a._special:
        nan = _nan_of(context, a)
        if nan is not None:
            return nan
    sign = 0 if not a and not a._special and context.rounding != ROUND_FLOOR else a._sign
    return _fixed(_new(sign, a._int, a._exp, a._special), context)


def _rescaled(a, exp, mode):
    """The number with another exponent."""
    if a._special:
        return a
    if not a._int:
        return _new(a._sign, 0, exp)
    number, _ = _cut(a._int, exp - a._exp, mode, a._sign)
    return _new(a._sign, number, exp)


def _compared(a, b):
    """-1, 0 or 1 for numbers that are no NaNs."""
    if a._special or b._special:
        first = (1 - 2 * a._sign) if a._special else 0
        second = (1 - 2 * b._sign) if b._special else 0
        return (first > second) - (first < second)
    if not a._int or not b._int:
        first = 0 if not a._int else 1 - 2 * a._sign
        second = 0 if not b._int else 1 - 2 * b._sign
        return (first > second) - (first < second)
    if a._sign != b._sign:
        return 1 if b._sign else -1
    sign = 1 - 2 * a._sign
    high, other = a._exp + _length(a._int), b._exp + _length(b._int)
    if high != other:
        return sign if high > other else -sign
    exp = min(a._exp, b._exp)
    first, second = a._int * 10 ** (a._exp - exp), b._int * 10 ** (b._exp - exp)
    return sign * ((first > second) - (first < second))


def _text(x, engineering=False, context=None):
    sign = "-" if x._sign else ""
    if x._special:
        if x._special == "i":
            return sign + "Infinity"
        return sign + ("sNaN" if x._special == "s" else "NaN") + (str(x._int) if x._int else "")
    digits = str(x._int)
    left = x._exp + len(digits)
    if x._exp <= 0 and left > -6:
        dot = left
    elif not engineering:
        dot = 1
    elif digits == "0":
        dot = (left + 1) % 3 - 1
    else:
        dot = (left - 1) % 3 + 1
    if dot <= 0:
        whole, fraction = "0", "." + "0" * -dot + digits
    elif dot >= len(digits):
        whole, fraction = digits + "0" * (dot - len(digits)), ""
    else:
        whole, fraction = digits[:dot], "." + digits[dot:]
    exp = ""
    if left != dot:
        exp = ("e", "E")[(context or getcontext()).capitals] + "%+d" % (left - dot)
    return sign + whole + fraction + exp


def _other_and_self(self, other):
    """The operand of a comparison; NotImplemented for foreign ones."""
    if isinstance(other, Decimal):
        return other
    if isinstance(other, int):
        return _read(other)
    if isinstance(other, float):
        context = getcontext()
        context.flags[FloatOperation] = True
        return Decimal.from_float(other)
    if isinstance(other, complex) and other.imag == 0:
        return Decimal.from_float(other.real)
    return NotImplemented


class Decimal:
    """A decimal number."""

    __slots__ = ("_sign", "_int", "_exp", "_special")

    def __new__(cls, value="0", context=None):
        number = _read(value, context)
        if cls is Decimal:
            return number
        self = object.__new__(cls)
        self._sign, self._int, self._exp, self._special = number._sign, number._int, number._exp, number._special
        return self

    @classmethod
    def from_float(cls, f):
        """The exact value of a float."""
        if isinstance(f, int):
            number = _read(f)
        elif not isinstance(f, float):
            raise TypeError("argument must be int or float")
        elif _math.isinf(f) or _math.isnan(f):
            number = _read(repr(f))
        else:
            size, unit = abs(f).as_integer_ratio()
            power = unit.bit_length() - 1
            number = _new(int(_math.copysign(1.0, f) < 0), size * 5 ** power, -power)
        return number if cls is Decimal else cls(number)

    def __reduce__(self):
        return (self.__class__, (str(self),))

    def __copy__(self):
        return self if type(self) is Decimal else self.__class__(str(self))

    def __deepcopy__(self, memo):
        return self if type(self) is Decimal else self.__class__(str(self))

    # ---- text

    def __repr__(self):
        return "Decimal('%s')" % _text(self)

    def __str__(self):
        return _text(self)

    def to_eng_string(self, context=None):
        return _text(self, True, context)

    def as_tuple(self):
        """Sign, digits and exponent."""
        if self._special == "i":
            return DecimalTuple(self._sign, (0,), "F")
        if self._special:
            digits = tuple(map(int, str(self._int))) if self._int else ()
            return DecimalTuple(self._sign, digits, "n" if self._special == "n" else "N")
        return DecimalTuple(self._sign, tuple(map(int, str(self._int))), self._exp)

    def as_integer_ratio(self):
        if self._special == "i":
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self._special:
            raise ValueError("cannot convert NaN to integer ratio")
        top, bottom = (self._int * 10 ** self._exp, 1) if self._exp >= 0 else (self._int, 10 ** -self._exp)
        shared = _math.gcd(top, bottom)
        return (-top if self._sign else top) // shared, bottom // shared

    # ---- predicates

    def __bool__(self):
        return bool(self._special or self._int)

    def is_nan(self):
        return self._special in ("n", "s")

    def is_qnan(self):
        return self._special == "n"

    def is_snan(self):
        return self._special == "s"

    def is_infinite(self):
        return self._special == "i"

    def is_finite(self):
        return not self._special

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return not self._special and not self._int

    def is_canonical(self):
        return True

    def is_normal(self, context=None):
        if self._special or not self._int:
            return False
        return (context or getcontext()).Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        if self._special or not self._int:
            return False
        return self.adjusted() < (context or getcontext()).Emin

    def number_class(self, context=None):
        if self._special == "s":
            return "sNaN"
        if self._special == "n":
            return "NaN"
        sign = "-" if self._sign else "+"
        if self._special:
            return sign + "Infinity"
        if not self._int:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    def adjusted(self):
        """The exponent of the first digit."""
        return 0 if self._special else self._exp + _length(self._int) - 1

    def radix(self):
        return Decimal(10)

    def canonical(self):
        return self

    def conjugate(self):
        return self

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    # ---- comparison

    def _order(self, other, ordering):
        other = _other_and_self(self, other)
        if other is NotImplemented:
            return other
        if self.is_nan() or other.is_nan():
            if ordering or self.is_snan() or other.is_snan():
                getcontext()._report(InvalidOperation)
            return None
        return _compared(self, other)

    def __eq__(self, other):
        if isinstance(other, _numbers.Rational) and not isinstance(other, int):
            if self._special:
                return False
            top, bottom = self.as_integer_ratio()
            return top == other.numerator and bottom == other.denominator
        order = self._order(other, False)
        return order if order is NotImplemented else order == 0

    def _ranked(self, other, test):
        if isinstance(other, _numbers.Rational) and not isinstance(other, int):
            if self._special:
                if self.is_nan():
                    getcontext()._report(InvalidOperation)
                    return False
                return test(-1 if self._sign else 1)
            top, bottom = self.as_integer_ratio()
            first, second = top * other.denominator, other.numerator * bottom
            return test((first > second) - (first < second))
        if isinstance(other, complex):
            return NotImplemented
        order = self._order(other, True)
        if order is NotImplemented:
            return order
        return order is not None and test(order)

    def __lt__(self, other):
        return self._ranked(other, lambda order: order < 0)

    def __le__(self, other):
        return self._ranked(other, lambda order: order <= 0)

    def __gt__(self, other):
        return self._ranked(other, lambda order: order > 0)

    def __ge__(self, other):
        return self._ranked(other, lambda order: order >= 0)

    def __hash__(self):
        if self._special == "s":
            raise TypeError("Cannot hash a signaling NaN value")
        if self._special == "n":
            return object.__hash__(self)
        if self._special:
            return -314159 if self._sign else 314159
        modulus = 2 ** 61 - 1
        factor = pow(10, self._exp, modulus) if self._exp >= 0 else pow(pow(10, modulus - 2, modulus), -self._exp, modulus)
        value = self._int * factor % modulus
        value = -value if self._sign else value
        return -2 if value == -1 else value

    def compare(self, other, context=None):
        other, context = _convert(other), context or getcontext()
        nan = _nan_of(context, self, other)
        return nan if nan is not None else Decimal(_compared(self, other))

    def compare_signal(self, other, context=None):
        other, context = _convert(other), context or getcontext()
        if self.is_nan() or other.is_nan():
            context._report(InvalidOperation)
            return _nan_of(context, _new(self._sign, self._int, 0, "n") if self._special == "s" else self,
                           _new(other._sign, other._int, 0, "n") if other._special == "s" else other)
        return Decimal(_compared(self, other))

    def compare_total(self, other, context=None):
        other = _convert(other)

        def key(x):
            rank = {None: 0, "i": 1, "s": 2, "n": 3}[x._special]
            return rank
        if self._sign != other._sign:
            return Decimal(-1 if self._sign else 1)
        sign = -1 if self._sign else 1
        first, second = key(self), key(other)
        if first != second:
            order = 1 if first > second else -1
        elif first >= 2:
            order = (self._int > other._int) - (self._int < other._int)
        else:
            order = sign * _compared(self, other)
            if not order and not first:
                order = (self._exp > other._exp) - (self._exp < other._exp)
        return Decimal(sign * order)

    def compare_total_mag(self, other, context=None):
        return self.copy_abs().compare_total(_convert(other).copy_abs())

    def max(self, other, context=None):
        return self._extreme(other, context, 1, False)

    def min(self, other, context=None):
        return self._extreme(other, context, -1, False)

    def max_mag(self, other, context=None):
        return self._extreme(other, context, 1, True)

    def min_mag(self, other, context=None):
        return self._extreme(other, context, -1, True)

    def _extreme(self, other, context, wanted, sizes):
        other, context = _convert(other), context or getcontext()
        if self._special == "n" and other._special not in ("n", "s"):
            return _fixed(other, context)
        if other._special == "n" and self._special not in ("n", "s"):
            return _fixed(self, context)
        nan = _nan_of(context, self, other)
        if nan is not None:
            return nan
        order = _compared(self.copy_abs(), other.copy_abs()) if sizes else 0
        order = order or _compared(self, other) or int(self.compare_total(other))
        return _fixed(self if order == wanted or order == 0 else other, context)

    # ---- operators

    def __neg__(self):
        return _negative(self, getcontext())

    def __pos__(self):
        return _positive(self, getcontext())

    def __abs__(self):
        return _negative(self, getcontext()) if self._sign else _positive(self, getcontext())

    def __pow__(self, other, modulo=None):
        other = _operand(other)
        if other is None:
            return NotImplemented
        if modulo is not None:
            modulo = _operand(modulo)
            if modulo is None:
                return NotImplemented
        return _power(self, other, modulo, getcontext())

    def __rpow__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _power(other, self, None, getcontext())

    def fma(self, other, third, context=None):
        """self * other + third, rounded once."""
        other, third, context = _convert(other), _convert(third), context or getcontext()
        if self._special or other._special:
            nan = _nan_of(context, self, other, third)
            if nan is not None:
                return nan
            product = _multiply(self, other, context)
        else:
            product = _new(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return _add(product, third, context)

    def remainder_near(self, other, context=None):
        other, context = _convert(other), context or getcontext()
        if self._special or other._special:
            nan = _nan_of(context, self, other)
            if nan is not None:
                return nan
            return _invalid(context) if self._special else _fixed(self, context)
        if not other._int:
            return _invalid(context, InvalidOperation if self._int else DivisionUndefined)
        exp = min(self._exp, other._exp)
        first, second = self._int * 10 ** (self._exp - exp), other._int * 10 ** (other._exp - exp)
        quotient, rest = divmod(first, second)
        if 2 * rest + (quotient & 1) > second:
            rest -= second
            quotient += 1
        if quotient >= 10 ** context.prec:
            return _invalid(context, DivisionImpossible)
        return _fixed(_new(self._sign ^ int(rest < 0), abs(rest), exp), context)

    # ---- conversion

    def _whole(self, mode):
        return self._int * 10 ** self._exp if self._exp >= 0 else _cut(self._int, -self._exp, mode, self._sign)[0]

    def __int__(self):
        if self._special == "i":
            raise OverflowError("cannot convert Infinity to integer")
        if self._special:
            raise ValueError("cannot convert NaN to integer")
        return -self._whole(ROUND_DOWN) if self._sign else self._whole(ROUND_DOWN)

    __trunc__ = __int__

    def _to_int(self, mode):
        if self._special == "i":
            raise OverflowError("cannot convert Infinity to integer")
        if self._special:
            raise ValueError("cannot convert NaN to integer")
        return -self._whole(mode) if self._sign else self._whole(mode)

    def __floor__(self):
        return self._to_int(ROUND_FLOOR)

    def __ceil__(self):
        return self._to_int(ROUND_CEILING)

    def __round__(self, n=None):
        if n is None:
            return self._to_int(ROUND_HALF_EVEN)
        if not isinstance(n, int):
            raise TypeError("optional arg must be an integer")
        return self.quantize(_new(0, 1, -n))

    def __float__(self):
        if self._special == "s":
            raise ValueError("cannot convert signaling NaN to float")
        if self._special == "n":
            return float("-nan" if self._sign else "nan")
        return float(_text(self))

    def __complex__(self):
        return complex(float(self))

    # ---- rounding

    def quantize(self, exp, rounding=None, context=None):
        """The number with the exponent of another."""
        exp, context = _convert(exp), context or getcontext()
        if rounding is not None and rounding not in _MODES:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        mode = rounding or context.rounding
        if self._special or exp._special:
            nan = _nan_of(context, self, exp)
            if nan is not None:
                return nan
            return self if self._special and exp._special else _invalid(context)
        if not context.Etiny() <= exp._exp <= context.Emax:
            return _invalid(context)
        if not self._int:
            return _fixed(_new(self._sign, 0, exp._exp), context)
        if self._exp - exp._exp > context.prec + 1:
            return _invalid(context)
        number, lost = _cut(self._int, exp._exp - self._exp, mode, self._sign)
        if _length(number) > context.prec or number and exp._exp + _length(number) - 1 > context.Emax:
            return _invalid(context)
        reports = [Subnormal] if number and exp._exp + _length(number) - 1 < context.Emin else []
        if exp._exp > self._exp:
            reports += ([Inexact] if lost else []) + [Rounded]
        if reports:
            context._report(*reports)
        return _new(self._sign, number, exp._exp)

    def same_quantum(self, other, context=None):
        other = _convert(other)
        if self._special or other._special:
            return self.is_nan() and other.is_nan() or self.is_infinite() and other.is_infinite()
        return self._exp == other._exp

    def to_integral_value(self, rounding=None, context=None):
        context = context or getcontext()
        if self._special:
            nan = _nan_of(context, self)
            return self if nan is None else nan
        return self if self._exp >= 0 else _rescaled(self, 0, rounding or context.rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        if self._special or self._exp >= 0:
            return self.to_integral_value(rounding, context)
        number, lost = _cut(self._int, -self._exp, rounding or context.rounding, self._sign)
        context._report(*([Inexact] if lost else []), Rounded)
        return _new(self._sign, number, 0)

    def normalize(self, context=None):
        """The number without trailing zeros."""
        context = context or getcontext()
        if self._special:
            nan = _nan_of(context, self)
            if nan is not None:
                return nan
        x = _fixed(self, context)
        if x._special:
            return x
        if not x._int:
            return _new(x._sign, 0, 0)
        number, exp = x._int, x._exp
        high = context.Etop() if context.clamp else context.Emax
        while number % 10 == 0 and exp < high:
            number //= 10
            exp += 1
        return _new(x._sign, number, exp)

    def copy_abs(self):
        return _new(0, self._int, self._exp, self._special)

    def copy_negate(self):
        return _new(1 - self._sign, self._int, self._exp, self._special)

    def copy_sign(self, other, context=None):
        return _new(_convert(other)._sign, self._int, self._exp, self._special)

    def logb(self, context=None):
        context = context or getcontext()
        nan = _nan_of(context, self)
        if nan is not None:
            return nan
        if self._special:
            return _INFINITY
        if not self._int:
            context._report(DivisionByZero)
            return _new(1, 0, 0, "i")
        return _fixed(Decimal(self.adjusted()), context)

    def scaleb(self, other, context=None):
        other, context = _convert(other), context or getcontext()
        nan = _nan_of(context, self, other)
        if nan is not None:
            return nan
        if other._special or other._exp != 0:
            return _invalid(context)
        limit = 2 * (context.Emax + context.prec)
        shift = int(other)
        if not -limit <= shift <= limit:
            return _invalid(context)
        return self if self._special else _fixed(_new(self._sign, self._int, self._exp + shift), context)

    def _turned(self, other, context, rotate):
        other, context = _convert(other), context or getcontext()
        nan = _nan_of(context, self, other)
        if nan is not None:
            return nan
        if other._special or other._exp != 0 or not -context.prec <= int(other) <= context.prec:
            return _invalid(context)
        if self._special:
            return self
        shift, digits = int(other), str(self._int)[-context.prec:].zfill(context.prec)
        if rotate:
            digits = digits[shift:] + digits[:shift]
        elif shift < 0:
            digits = digits[:shift]
        else:
            digits = (digits + "0" * shift)[-context.prec:]
        return _new(self._sign, int(digits or "0"), self._exp)

    def shift(self, other, context=None):
        return self._turned(other, context, False)

    def rotate(self, other, context=None):
        return self._turned(other, context, True)

    def next_plus(self, context=None):
        return self._next(context, ROUND_CEILING, 0)

    def next_minus(self, context=None):
        return self._next(context, ROUND_FLOOR, 1)

    def _next(self, context, mode, sign):
        context = context or getcontext()
        nan = _nan_of(context, self)
        if nan is not None:
            return nan
        if self._special:
            if self._sign == sign:
                return self
            return _new(1 - sign, 10 ** context.prec - 1, context.Etop())
        quiet = context.copy()
        quiet.clear_traps()
        quiet.rounding = mode
        moved = _fixed(self, quiet)
        if _compared(moved, self) != 0:
            return moved
        return _add(self, _new(sign, 1, quiet.Etiny() - 1), quiet)

    def next_toward(self, other, context=None):
        other, context = _convert(other), context or getcontext()
        nan = _nan_of(context, self, other)
        if nan is not None:
            return nan
        order = _compared(self, other)
        if not order:
            return self.copy_sign(other)
        result = self.next_plus(context) if order < 0 else self.next_minus(context)
        if result._special:
            context._report(Overflow, Inexact, Rounded)
        elif result.adjusted() < context.Emin:
            context._report(Underflow, Subnormal, Inexact, Rounded, *([] if result._int else [Clamped]))
        return result

    # ---- roots, powers, logarithms

    def sqrt(self, context=None):
        context = context or getcontext()
        if self._special:
            nan = _nan_of(context, self)
            if nan is not None:
                return nan
            return _invalid(context) if self._sign else self
        if not self._int:
            return _fixed(_new(self._sign, 0, self._exp // 2), context)
        if self._sign:
            return _invalid(context)
        number, exp = self._int, self._exp
        ideal = exp // 2
        if exp & 1:
            number *= 10
            exp -= 1
        shift = max(0, 2 * (context.prec + 1) - _length(number) + 1)
        shift += shift & 1
        root = _math.isqrt(number * 10 ** shift)
        exp = (exp - shift) // 2
        if root * root == number * 10 ** shift:
            while exp < ideal and root % 10 == 0:
                root //= 10
                exp += 1
        elif root % 5 == 0:
            root += 1
        even = context.copy()
        even.rounding, even.flags = ROUND_HALF_EVEN, []
        result = _fixed(_new(0, root, exp), even)
        _pass_on(even, context)
        return result

    def exp(self, context=None):
        context = context or getcontext()
        nan = _nan_of(context, self)
        if nan is not None:
            return nan
        if self._special:
            return Decimal(0) if self._sign else self
        if not self._int:
            return Decimal(1)
        if self.adjusted() > 20:
            return _fixed(_new(0, 1, -10 ** 20 if self._sign else 10 ** 20), _half_even(context))
        return _transcendental(lambda places: _exp_places(self, places), context)

    def ln(self, context=None):
        context = context or getcontext()
        nan = _nan_of(context, self)
        if nan is not None:
            return nan
        if not self._int and not self._special:
            return _new(1, 0, 0, "i")
        if self._special and not self._sign:
            return self
        if self._sign:
            return _invalid(context)
        if self == 1:
            return Decimal(0)
        return _transcendental(lambda places: _ln_places(self, places), context)

    def log10(self, context=None):
        context = context or getcontext()
        nan = _nan_of(context, self)
        if nan is not None:
            return nan
        if not self._int and not self._special:
            return _new(1, 0, 0, "i")
        if self._special and not self._sign:
            return self
        if self._sign:
            return _invalid(context)
        digits = str(self._int)
        if digits.rstrip("0") == "1":
            return _fixed(Decimal(self.adjusted()), context)

        def places(wanted):
            top = _ln_places(self, wanted + 8)
            return (top * 10 ** (wanted + 8) // _ln10(wanted + 8)) // 10 ** 8 if top >= 0 \
                else -((-top * 10 ** (wanted + 8) // _ln10(wanted + 8)) // 10 ** 8)
        return _transcendental(places, context)

    # ---- logical operations on numbers of zeros and ones

    def _logical(self, other, context, function):
        other, context = _convert(other), context or getcontext()
        texts = []
        for x in (self, other):
            digits = str(x._int)
            if x._special or x._sign or x._exp or set(digits) - {"0", "1"}:
                return _invalid(context)
            texts.append(digits[-context.prec:].zfill(context.prec))
        return _new(0, int("".join(str(function(int(a), int(b))) for a, b in zip(*texts))), 0)

    def logical_and(self, other, context=None):
        return self._logical(other, context, lambda a, b: a & b)

    def logical_or(self, other, context=None):
        return self._logical(other, context, lambda a, b: a | b)

    def logical_xor(self, other, context=None):
        return self._logical(other, context, lambda a, b: a ^ b)

    def logical_invert(self, context=None):
        context = context or getcontext()
        return self._logical(_new(0, int("1" * context.prec), 0), context, lambda a, b: a ^ b)

    # ---- format

    def __format__(self, specifier, _=None):
        return _formatted(self, specifier)


def _operator(name, function):
    def forward(self, other):
        other = _operand(other)
        return NotImplemented if other is None else function(self, other, getcontext())

    def backward(self, other):
        other = _operand(other)
        return NotImplemented if other is None else function(other, self, getcontext())

    for prefix, method in (("__", forward), ("__r", backward)):
        method.__name__ = prefix + name + "__"
        method.__qualname__ = "Decimal." + method.__name__
        setattr(Decimal, method.__name__, method)


def _subtract(a, b, context):
    if a._special or b._special:
        nan = _nan_of(context, a, b)
        if nan is not None:
            return nan
    return _add(a, b.copy_negate(), context)


for _name, _function in (("add", _add), ("sub", _subtract), ("mul", _multiply), ("truediv", _divide),
                         ("floordiv", _floor_divide), ("mod", _remainder), ("divmod", divmod_in)):
    _operator(_name, _function)
for _name, _function in (("add", _add), ("subtract", _subtract), ("multiply", _multiply), ("divide", _divide),
                         ("divide_int", _floor_divide), ("remainder", _remainder)):
    setattr(Context, _name, _context_operator(_name, _function))
for _name in ("compare", "compare_signal", "compare_total", "compare_total_mag", "exp", "fma", "is_normal", "is_subnormal",
              "ln", "log10", "logb", "logical_and", "logical_invert", "logical_or", "logical_xor", "max", "max_mag", "min",
              "min_mag", "next_minus", "next_plus", "next_toward", "normalize", "number_class", "remainder_near", "rotate",
              "same_quantum", "scaleb", "shift", "sqrt", "to_integral_exact", "to_integral_value"):
    setattr(Context, _name, _context_operation(_name))
del _name, _function, _class


def _pass_on(inner, context):
    """What happened under another context is reported under this one."""
    happened = [signal for signal in _SIGNALS if inner.flags[signal]]
    if happened:
        context._report(*happened)


def _half_even(context):
    even = context.copy()
    even.rounding = ROUND_HALF_EVEN
    return even


def _transcendental(places, context, mode=ROUND_HALF_EVEN):
    """Rounds a value that has no end; `places(n)` is the value times 10**n, off by less than two."""
    even = context.copy()
    even.rounding = mode
    even.flags = []
    even.clear_traps()
    rough = places(8)
    digits = 8
    while abs(rough) < 100:
        digits *= 2
        rough = places(digits)
        if digits > 2000000:
            break
    extra = 3
    leading = len(str(abs(rough))) - digits
    while True:
        wanted = context.prec + extra - leading
        number = places(wanted)
        unit = 10 ** (len(str(abs(number))) - context.prec) if len(str(abs(number))) > context.prec else 1
        rest = abs(number) % unit
        if unit > 1 and min(rest, unit - rest, abs(2 * rest - unit)) > 4:
            break
        extra += 3
    number = number * 10 + (1 if number >= 0 else -1)
    result = _fixed(_new(int(number < 0), abs(number), -wanted - 1), even)
    _pass_on(even, context)
    return result


_ln10_known = [0, 0]


def _ln10(places):
    """ln(10) * 10**places"""
    if places > _ln10_known[0]:
        _ln10_known[:] = [places, _ln_fraction(10, 1, places)]
    return _ln10_known[1] // 10 ** (_ln10_known[0] - places)


def _atanh_series(top, bottom, scale):
    """2 * atanh(top / bottom) * scale"""
    if top < 0:
        return -_atanh_series(-top, bottom, scale)
    term = scale * top // bottom
    square_top, square_bottom = top * top, bottom * bottom
    total, n = 0, 1
    while term:
        total += term // n
        term = term * square_top // square_bottom
        n += 2
    return 2 * total


def _ln_fraction(top, bottom, places):
    """ln(top / bottom) * 10**places"""
    scale = 10 ** (places + 10)
    power = top.bit_length() - bottom.bit_length()
    if power >= 0:
        bottom <<= power
    else:
        top <<= -power
    while 3 * top > 4 * bottom:
        bottom <<= 1
        power += 1
    while 3 * bottom > 4 * top:
        top <<= 1
        power -= 1
    total = _atanh_series(1, 3, scale) * power
    # Square roots bring the fraction near 1, where the series is short.
    value, halvings = scale * top // bottom, 0
    for _ in range(min(12, places // 20 + 3)):
        value = _math.isqrt(value * scale)
        halvings += 1
    total += _atanh_series(value - scale, value + scale, scale * 2 ** halvings)
    return total // 10 ** 10


def _ln_places(x, places):
    """ln(x) * 10**places"""
    power = x.adjusted()
    shift = x._exp - power
    work = places + len(str(abs(power))) + 4
    value = _ln_fraction(x._int, 10 ** -shift, work) + power * _ln10(work)
    extra = work - places
    return value // 10 ** extra if value >= 0 else -(-value // 10 ** extra)


def _exp_places(x, places):
    """exp(x) * 10**places"""
    guess = int(float(x) / 2.302585092994046) if x.adjusted() < 17 else 0
    work = max(places + guess, 0) + 20
    if x._exp >= 0:
        value = x._int * 10 ** (x._exp + work + 20)
    else:
        value = x._int * 10 ** (work + 20) // 10 ** -x._exp
    if x._sign:
        value = -value
    log = _ln10(work + 20)
    power, rest = divmod(value, log)
    scale = 10 ** (work + 20)
    # exp(rest) by halving and squaring.
    halvings = max(0, rest.bit_length() - scale.bit_length() + 12)
    rest >>= halvings
    total, term, n = scale, scale, 1
    while term:
        term = term * rest // scale // n
        total += term
        n += 1
    for _ in range(halvings):
        total = total * total // scale
    shift = power + places - work - 20
    return total * 10 ** shift if shift >= 0 else total // 10 ** -shift


def _power(a, b, modulo, context):
    if modulo is not None:
        return _power_modulo(a, b, modulo, context)
    nan = _nan_of(context, a, b)
    if nan is not None:
        return nan
    if not b._int and not b._special:
        return _invalid(context) if not a._int and not a._special else Decimal(1)
    whole = not b._special and (b._exp >= 0 or b._int % 10 ** -b._exp == 0)
    odd = whole and (b._exp == 0 and b._int & 1 or b._exp < 0 and b._int // 10 ** -b._exp & 1)
    sign = a._sign if odd else 0
    if a._sign and a and not whole and not b._special:
        return _invalid(context)
    if not a._special and not a._int:
        if b._sign:
            return _new(sign, 0, 0, "i")
        return _new(sign, 0, 0)
    if a._special:
        return _new(sign, 0, 0) if b._sign else _new(sign, 0, 0, "i")
    size = a.copy_abs()
    if b._special:
        if a._sign:
            return _invalid(context)
        order = _compared(size, Decimal(1))
        if not order:
            context._report(Inexact, Rounded)
            return _fixed_one(context)
        return _new(0, 0, 0) if (order > 0) == bool(b._sign) else _new(0, 0, 0, "i")
    if whole and b.adjusted() < 19:
        number = int(b)
        result = _whole_power(size, number, sign, context)
        if result is not None:
            return result
    if _compared(size, Decimal(1)) == 0:
        context._report(Inexact, Rounded)
        return _fixed_one(context, sign)
    exact = _exact_root_power(size, b, context)
    if exact is not None:
        return exact

    def places(wanted):
        work = max(0, wanted + int(estimate)) + 30 + max(0, b.adjusted())
        log = _ln_places(size, work)
        product = _new(int(log < 0) ^ b._sign, abs(log) * b._int, b._exp - work)
        return _exp_places(product, wanted)
    estimate = float(b) * (float(_ln_places(size, 20)) / 1e20) / 2.302585092994046 if b.adjusted() < 17 else \
        (1e30 if (_compared(size, Decimal(1)) > 0) != bool(b._sign) else -1e30)
    if estimate > context.Emax + 10:
        return _overflowed(sign, _half_even(context))
    if estimate < context.Etiny() - 10:
        return _fixed(_new(sign, 1, context.Etiny() - 10), context)
    mode = context.rounding
    if sign and mode in (ROUND_CEILING, ROUND_FLOOR):
        mode = ROUND_FLOOR if mode == ROUND_CEILING else ROUND_CEILING
    result = _transcendental(places, context, mode)
    return _new(sign, result._int, result._exp, result._special)


def _fixed_one(context, sign=0):
    return _new(sign, 10 ** (context.prec - 1), 1 - context.prec)


def _whole_power(a, n, sign, context):
    """a**n for a whole n, if the digits can be had exactly or nearly so; None: another way is needed."""
    if n < 0:
        # Exact only if the inverse has an end.
        number, exp = a._int, a._exp
        twos = fives = 0
        while number % 10 == 0:
            number //= 10
            exp += 1
        while number % 2 == 0:
            number //= 2
            twos += 1
        while number % 5 == 0:
            number //= 5
            fives += 1
        if number != 1:
            return None
        digits = max(twos, fives) * -n
        if digits > 4 * context.prec + 50:
            return None
        value = 10 ** digits // (2 ** twos * 5 ** fives) ** -n
        return _fixed(_new(sign, value, exp * n - digits), context)
    if _length(a._int) * n > 40 * context.prec + 2000:
        digits = str(a._int).rstrip("0")
        if digits != "1":
            return None
        exp = (a._exp + _length(a._int) - 1) * n
        padding = min(context.prec - 1, exp - a._exp * n) if exp > a._exp * n else 0
        return _fixed(_new(sign, 10 ** padding, exp - padding), context)
    return _fixed(_new(sign, a._int ** n, a._exp * n), context)


def _exact_root_power(a, b, context):
    """a**b where b is a fraction and the result has an end that fits; None otherwise."""
    top, bottom = b.copy_abs().as_integer_ratio()
    if bottom > 64 or b._sign:
        return None
    number, exp = a._int, a._exp
    while number % 10 == 0:
        number //= 10
        exp += 1
    padding = -exp % bottom if exp % bottom else 0
    if exp % bottom:
        shift = exp % bottom
        number *= 10 ** shift
        exp -= shift
    root = _whole_root(number, bottom)
    if root is None or _length(root) * top > context.prec + 10:
        return None
    number, exp = root ** top, exp // bottom * top
    if _length(number) > context.prec:
        return None
    # The result is padded as an inexact one would be.
    shift = context.prec - _length(number)
    context._report(Inexact, Rounded)
    return _fixed(_new(0, number * 10 ** shift, exp - shift), context)


def _whole_root(number, n):
    low, high = 0, 1 << (number.bit_length() // n + 1)
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** n <= number:
            low = middle
        else:
            high = middle - 1
    return low if low ** n == number else None


def _power_modulo(a, b, modulo, context):
    nan = _nan_of(context, a, b, modulo)
    if nan is not None:
        return nan
    for x in (a, b, modulo):
        if x._special or x._exp < 0 and x._int % 10 ** -x._exp:
            return _invalid(context)
    if b._sign or not modulo or modulo.adjusted() >= context.prec or not a and not b:
        return _invalid(context)
    value = pow(abs(int(a)), int(b), abs(int(modulo)))
    return _new(a._sign if int(b) & 1 else 0, value, 0)


# ---- format specifications

_SPECIFIER = _re.compile(r"""\A(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ])?(?P<no_neg_0>z)?(?P<alt>\#)?(?P<zero>0)?
(?P<width>(?!0)\d+)?(?P<thousands>,)?(?:\.(?P<precision>0|(?!0)\d+))?(?P<type>[eEfFgGn%])?\Z""", _re.VERBOSE | _re.DOTALL)


def _formatted(x, text):
    match = _SPECIFIER.match(text)
    if match is None:
        raise ValueError("invalid format string")
    spec = match.groupdict()
    if spec["zero"] and (spec["fill"] or spec["align"]):
        raise ValueError("invalid format string")
    fill = spec["fill"] or ("0" if spec["zero"] else " ")
    align = spec["align"] or ("=" if spec["zero"] else ">")
    kind = spec["type"] or ("G" if getcontext().capitals else "g")
    precision = None if spec["precision"] is None else int(spec["precision"])
    if x._special:
        suffix = "%" if kind == "%" else ""
        sign = "-" if x._sign else ""
        body = _text(x.copy_abs()) + suffix
        if fill == "0" and spec["zero"]:
            fill = " "
            align = ">"
    else:
        x, body = _format_number(x, kind, precision, spec["type"] is None)
        if spec["no_neg_0"] and x._sign and not x._int:
            x = x.copy_abs()
        sign = "-" if x._sign else ""
        if spec["thousands"]:
            whole = _re.match(r"\d*", body)[0]
            rest = body[len(whole):]
            width = int(spec["width"] or 0) - len(rest) - bool(sign or spec["sign"] in ("+", " "))
            if fill == "0" and align == "=":
                grouped = "{:,}".format(int(whole))
                digits = whole
                while len(grouped) < width:
                    digits = "0" + digits
                    parts = []
                    for at in range(len(digits), 0, -3):
                        parts.insert(0, digits[max(0, at - 3):at])
                    grouped = ",".join(parts)
                body = grouped + rest
            else:
                body = "{:,}".format(int(whole)) + rest
    if not sign and spec["sign"] in ("+", " "):
        sign = spec["sign"]
    padding = fill * (int(spec["width"] or 0) - len(sign) - len(body))
    if align == "<":
        return sign + body + padding
    if align == ">":
        return padding + sign + body
    if align == "=":
        return sign + padding + body
    half = len(padding) // 2
    return padding[:half] + sign + body + padding[half:]


def _format_number(x, kind, precision, plain):
    mode = getcontext().rounding
    if kind == "%":
        x = _new(x._sign, x._int, x._exp + 2)
    if precision is not None:
        if kind in "eE":
            x = _shortened(x, precision + 1, mode)
        elif kind in "fF%":
            x = _rescaled(x, -precision, mode)
        elif kind in "gG" and _length(x._int) > (precision or 1):
            x = _shortened(x, precision or 1, mode)
    if not x._int and x._exp > 0 and kind in "fF%":
        x = _rescaled(x, 0, mode)
    digits = str(x._int)
    left = x._exp + len(digits)
    if kind in "eE":
        dot = 1 - precision if not x._int and precision is not None else 1
    elif kind in "fF%":
        dot = left
    elif x._exp <= 0 and left > -6:
        dot = left
    else:
        dot = 1
    if dot < 0:
        whole, fraction = "0", "0" * -dot + digits
    elif dot > len(digits):
        whole, fraction = digits + "0" * (dot - len(digits)), ""
    else:
        whole, fraction = digits[:dot] or "0", digits[dot:]
    body = whole + ("." + fraction if fraction else "")
    if left != dot or kind in "eE":
        body += "%s%+d" % ({"E": "E", "e": "e", "G": "E", "g": "e", "n": "e"}[kind], left - dot)
    return x, body + ("%" if kind == "%" else "")


def _shortened(x, digits, mode):
    """The number with so many digits."""
    if not x._int:
        return x
    exp = x.adjusted() + 1 - digits
    y = _rescaled(x, exp, mode)
    return _rescaled(y, y.adjusted() + 1 - digits, mode) if y.adjusted() != x.adjusted() else y


_numbers.Number.register(Decimal)
_NAN = _new(0, 0, 0, "n")
_INFINITY = _new(0, 0, 0, "i")
DefaultContext = Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[],
                         traps=[InvalidOperation, DivisionByZero, Overflow])
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[],
                       traps=[InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[],
                          traps=[])

for _class in (Decimal, Context):
    # Messages name these types with their module, as they name builtin ones.
    _class.__name__ = f"decimal.{_class.__name__}"
del _class
