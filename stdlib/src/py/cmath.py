"""Functions of complex numbers, with the values at infinities, NaN and zeros that C99 wants."""

import math
from math import copysign, e, inf, nan, pi, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)

_LARGE = 1.7976931348623157e308 / 4
_LN2 = math.log(2)
_LOG_LARGE = math.log(_LARGE)


def _complex(z):
    # What has __complex__, __float__ or __index__, but no text.
    if type(z) is complex:
        return z
    if isinstance(z, str):
        raise TypeError("must be real number, not str")
    if not (hasattr(z, "__complex__") or hasattr(z, "__float__") or hasattr(z, "__index__")):
        raise TypeError(f"must be real number, not {type(z).__name__}")
    return complex(z)


def _hypot(x, y):
    # Not math.hypot, which rounds in another way.
    return abs(complex(x, y))


def _domain():
    return ValueError("math domain error")


def _range():
    return OverflowError("math range error")


def _kind(x):
    # The row or column of the tables of special values.
    if math.isnan(x):
        return 6
    if math.isinf(x):
        return 5 if x > 0 else 0
    if x == 0:
        return 3 if copysign(1, x) > 0 else 2
    return 4 if x > 0 else 1


_U = None
_P, _H, _Q, _T, _N, _I = pi, pi / 2, pi / 4, 3 * pi / 4, nan, inf


def _table(*rows):
    return [[None if c is None else complex(*c) for c in row] for row in rows]


_ACOS = _table(
    ((_T, _I), (_P, _I), (_P, _I), (_P, -_I), (_P, -_I), (_T, -_I), (_N, _I)),
    ((_H, _I), _U, _U, _U, _U, (_H, -_I), (_N, _N)),
    ((_H, _I), _U, (_H, 0.), (_H, -0.), _U, (_H, -_I), (_H, _N)),
    ((_H, _I), _U, (_H, 0.), (_H, -0.), _U, (_H, -_I), (_H, _N)),
    ((_H, _I), _U, _U, _U, _U, (_H, -_I), (_N, _N)),
    ((_Q, _I), (0., _I), (0., _I), (0., -_I), (0., -_I), (_Q, -_I), (_N, _I)),
    ((_N, _I), (_N, _N), (_N, _N), (_N, _N), (_N, _N), (_N, -_I), (_N, _N)))
_ACOSH = _table(
    ((_I, -_T), (_I, -_P), (_I, -_P), (_I, _P), (_I, _P), (_I, _T), (_I, _N)),
    ((_I, -_H), _U, _U, _U, _U, (_I, _H), (_N, _N)),
    ((_I, -_H), _U, (0., -_H), (0., _H), _U, (_I, _H), (_N, _N)),
    ((_I, -_H), _U, (0., -_H), (0., _H), _U, (_I, _H), (_N, _N)),
    ((_I, -_H), _U, _U, _U, _U, (_I, _H), (_N, _N)),
    ((_I, -_Q), (_I, -0.), (_I, -0.), (_I, 0.), (_I, 0.), (_I, _Q), (_I, _N)),
    ((_I, _N), (_N, _N), (_N, _N), (_N, _N), (_N, _N), (_I, _N), (_N, _N)))
_ASINH = _table(
    ((-_I, -_Q), (-_I, -0.), (-_I, -0.), (-_I, 0.), (-_I, 0.), (-_I, _Q), (-_I, _N)),
    ((-_I, -_H), _U, _U, _U, _U, (-_I, _H), (_N, _N)),
    ((-_I, -_H), _U, (-0., -0.), (-0., 0.), _U, (-_I, _H), (_N, _N)),
    ((_I, -_H), _U, (0., -0.), (0., 0.), _U, (_I, _H), (_N, _N)),
    ((_I, -_H), _U, _U, _U, _U, (_I, _H), (_N, _N)),
    ((_I, -_Q), (_I, -0.), (_I, -0.), (_I, 0.), (_I, 0.), (_I, _Q), (_I, _N)),
    ((_I, _N), (_N, _N), (_N, -0.), (_N, 0.), (_N, _N), (_I, _N), (_N, _N)))
_ATANH = _table(
    ((-0., -_H), (-0., -_H), (-0., -_H), (-0., _H), (-0., _H), (-0., _H), (-0., _N)),
    ((-0., -_H), _U, _U, _U, _U, (-0., _H), (_N, _N)),
    ((-0., -_H), _U, (-0., -0.), (-0., 0.), _U, (-0., _H), (-0., _N)),
    ((0., -_H), _U, (0., -0.), (0., 0.), _U, (0., _H), (0., _N)),
    ((0., -_H), _U, _U, _U, _U, (0., _H), (_N, _N)),
    ((0., -_H), (0., -_H), (0., -_H), (0., _H), (0., _H), (0., _H), (0., _N)),
    ((0., -_H), (_N, _N), (_N, _N), (_N, _N), (_N, _N), (0., _H), (_N, _N)))
_COSH = _table(
    ((_I, _N), _U, (_I, 0.), (_I, -0.), _U, (_I, _N), (_I, _N)),
    ((_N, _N), _U, _U, _U, _U, (_N, _N), (_N, _N)),
    ((_N, 0.), _U, (1., 0.), (1., -0.), _U, (_N, 0.), (_N, 0.)),
    ((_N, 0.), _U, (1., -0.), (1., 0.), _U, (_N, 0.), (_N, 0.)),
    ((_N, _N), _U, _U, _U, _U, (_N, _N), (_N, _N)),
    ((_I, _N), _U, (_I, -0.), (_I, 0.), _U, (_I, _N), (_I, _N)),
    ((_N, _N), (_N, _N), (_N, 0.), (_N, 0.), (_N, _N), (_N, _N), (_N, _N)))
_EXP = _table(
    ((0., 0.), _U, (0., -0.), (0., 0.), _U, (0., 0.), (0., 0.)),
    ((_N, _N), _U, _U, _U, _U, (_N, _N), (_N, _N)),
    ((_N, _N), _U, (1., -0.), (1., 0.), _U, (_N, _N), (_N, _N)),
    ((_N, _N), _U, (1., -0.), (1., 0.), _U, (_N, _N), (_N, _N)),
    ((_N, _N), _U, _U, _U, _U, (_N, _N), (_N, _N)),
    ((_I, _N), _U, (_I, -0.), (_I, 0.), _U, (_I, _N), (_I, _N)),
    ((_N, _N), (_N, _N), (_N, -0.), (_N, 0.), (_N, _N), (_N, _N), (_N, _N)))
_LOG = _table(
    ((_I, -_T), (_I, -_P), (_I, -_P), (_I, _P), (_I, _P), (_I, _T), (_I, _N)),
    ((_I, -_H), _U, _U, _U, _U, (_I, _H), (_N, _N)),
    ((_I, -_H), _U, (-_I, -_P), (-_I, _P), _U, (_I, _H), (_N, _N)),
    ((_I, -_H), _U, (-_I, -0.), (-_I, 0.), _U, (_I, _H), (_N, _N)),
    ((_I, -_H), _U, _U, _U, _U, (_I, _H), (_N, _N)),
    ((_I, -_Q), (_I, -0.), (_I, -0.), (_I, 0.), (_I, 0.), (_I, _Q), (_I, _N)),
    ((_I, _N), (_N, _N), (_N, _N), (_N, _N), (_N, _N), (_I, _N), (_N, _N)))
_SINH = _table(
    ((_I, _N), _U, (-_I, -0.), (-_I, 0.), _U, (_I, _N), (_I, _N)),
    ((_N, _N), _U, _U, _U, _U, (_N, _N), (_N, _N)),
    ((0., _N), _U, (-0., -0.), (-0., 0.), _U, (0., _N), (0., _N)),
    ((0., _N), _U, (0., -0.), (0., 0.), _U, (0., _N), (0., _N)),
    ((_N, _N), _U, _U, _U, _U, (_N, _N), (_N, _N)),
    ((_I, _N), _U, (_I, -0.), (_I, 0.), _U, (_I, _N), (_I, _N)),
    ((_N, _N), (_N, _N), (_N, -0.), (_N, 0.), (_N, _N), (_N, _N), (_N, _N)))
_SQRT = _table(
    ((_I, -_I), (0., -_I), (0., -_I), (0., _I), (0., _I), (_I, _I), (_N, _I)),
    ((_I, -_I), _U, _U, _U, _U, (_I, _I), (_N, _N)),
    ((_I, -_I), _U, (0., -0.), (0., 0.), _U, (_I, _I), (_N, _N)),
    ((_I, -_I), _U, (0., -0.), (0., 0.), _U, (_I, _I), (_N, _N)),
    ((_I, -_I), _U, _U, _U, _U, (_I, _I), (_N, _N)),
    ((_I, -_I), (_I, -0.), (_I, -0.), (_I, 0.), (_I, 0.), (_I, _I), (_I, _N)),
    ((_I, -_I), (_N, _N), (_N, _N), (_N, _N), (_N, _N), (_I, _I), (_N, _N)))
_TANH = _table(
    ((-1., 0.), _U, (-1., -0.), (-1., 0.), _U, (-1., 0.), (-1., 0.)),
    ((_N, _N), _U, _U, _U, _U, (_N, _N), (_N, _N)),
    ((-0., _N), _U, (-0., -0.), (-0., 0.), _U, (-0., _N), (_N, _N)),
    ((0., _N), _U, (0., -0.), (0., 0.), _U, (0., _N), (_N, _N)),
    ((_N, _N), _U, _U, _U, _U, (_N, _N), (_N, _N)),
    ((1., 0.), _U, (1., -0.), (1., 0.), _U, (1., 0.), (1., 0.)),
    ((_N, _N), (_N, _N), (_N, -0.), (_N, 0.), (_N, _N), (_N, _N), (_N, _N)))


def _special(table, z):
    if math.isfinite(z.real) and math.isfinite(z.imag):
        return None
    return table[_kind(z.real)][_kind(z.imag)]


def _big(z):
    return abs(z.real) > _LARGE or abs(z.imag) > _LARGE


def _log_big(z):
    # The logarithm of what is too large for hypot.
    return math.log(_hypot(z.real / 2, z.imag / 2)) + _LN2 * 2


def _sinh(x):
    try:
        return math.sinh(x)
    except OverflowError:
        return copysign(inf, x)


def _cosh(x):
    try:
        return math.cosh(x)
    except OverflowError:
        return inf


def _exp(x):
    try:
        return math.exp(x)
    except OverflowError:
        return inf


def _checked(real, imag):
    if math.isinf(real) or math.isinf(imag):
        raise _range()
    return complex(real, imag)


def sqrt(z, /):
    z = _complex(z)
    special = _special(_SQRT, z)
    if special is not None:
        return special
    x, y = z.real, z.imag
    if x == 0 and y == 0:
        return complex(0.0, y)
    ax, ay = abs(x), abs(y)
    if ax < 2.2250738585072014e-308 and ay < 2.2250738585072014e-308:
        # Denormal numbers lose digits: they are scaled.
        ax = math.ldexp(ax, 53)
        s = math.ldexp(math.sqrt(ax + _hypot(ax, math.ldexp(ay, 53))), -27)
    else:
        ax /= 8
        s = 2 * math.sqrt(ax + _hypot(ax, ay / 8))
    d = ay / (2 * s)
    return complex(s, copysign(d, y)) if x >= 0 else complex(d, copysign(s, y))


def acos(z, /):
    z = _complex(z)
    special = _special(_ACOS, z)
    if special is not None:
        return special
    if _big(z):
        size = _log_big(z)
        imag = -copysign(size, z.imag) if z.real < 0 else copysign(size, -z.imag)
        return complex(math.atan2(abs(z.imag), z.real), imag)
    s1, s2 = sqrt(complex(1 - z.real, -z.imag)), sqrt(complex(1 + z.real, z.imag))
    return complex(2 * math.atan2(s1.real, s2.real), math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def acosh(z, /):
    z = _complex(z)
    special = _special(_ACOSH, z)
    if special is not None:
        return special
    if _big(z):
        return complex(_log_big(z), math.atan2(z.imag, z.real))
    s1, s2 = sqrt(complex(z.real - 1, z.imag)), sqrt(complex(z.real + 1, z.imag))
    return complex(math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2 * math.atan2(s1.imag, s2.real))


def asinh(z, /):
    z = _complex(z)
    special = _special(_ASINH, z)
    if special is not None:
        return special
    if _big(z):
        size = _log_big(z)
        real = copysign(size, z.real) if z.imag >= 0 else -copysign(size, -z.real)
        return complex(real, math.atan2(z.imag, abs(z.real)))
    s1, s2 = sqrt(complex(1 + z.imag, -z.real)), sqrt(complex(1 - z.imag, z.real))
    return complex(math.asinh(s1.real * s2.imag - s2.real * s1.imag),
                   math.atan2(z.imag, s1.real * s2.real - s1.imag * s2.imag))


def _turned(function, z):
    # f(z) = -i * g(i * z)
    z = _complex(z)
    turned = function(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def asin(z, /):
    return _turned(asinh, z)


def atanh(z, /):
    z = _complex(z)
    special = _special(_ATANH, z)
    if special is not None:
        return special
    if copysign(1, z.real) < 0:
        return -atanh(-z)
    x, y, ay = z.real, z.imag, abs(z.imag)
    large = math.sqrt(_LARGE)
    if x > large or ay > large:
        h = _hypot(x / 2, y / 2)
        return complex(x / 4 / h / h, -copysign(pi / 2, -y))
    if x == 1 and ay < math.sqrt(2.2250738585072014e-308):
        if ay == 0:
            raise _domain()
        return complex(-math.log(math.sqrt(ay) / math.sqrt(_hypot(ay, 2))), copysign(math.atan2(2, -ay) / 2, y))
    return complex(math.log1p(4 * x / ((1 - x) * (1 - x) + ay * ay)) / 4,
                   -math.atan2(-2 * y, (1 - x) * (1 + x) - ay * ay) / 2)


def atan(z, /):
    return _turned(atanh, z)


def _spread(special, of_real, of_imag, z):
    # cosh and sinh: the two hyperbolic functions of the real part, turned by the imaginary one.
    z = _complex(z)
    x, y = z.real, z.imag
    if not (math.isfinite(x) and math.isfinite(y)):
        if math.isinf(y) and not math.isnan(x):
            raise _domain()
        if math.isinf(x) and math.isfinite(y) and y != 0:
            return complex(of_real(x) * math.cos(y), of_imag(x) * math.sin(y))
        return _special(special, z)
    if abs(x) > _LOG_LARGE:
        x -= copysign(1, x)
        return _checked(math.cos(y) * of_real(x) * e, math.sin(y) * of_imag(x) * e)
    return _checked(math.cos(y) * of_real(x), math.sin(y) * of_imag(x))


def cosh(z, /):
    return _spread(_COSH, _cosh, _sinh, z)


def sinh(z, /):
    return _spread(_SINH, _sinh, _cosh, z)


def tanh(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if not (math.isfinite(x) and math.isfinite(y)):
        if math.isinf(y) and math.isfinite(x):
            raise _domain()
        if math.isinf(x) and math.isfinite(y) and y != 0:
            return complex(copysign(1, x), copysign(0.0, 2 * math.sin(y) * math.cos(y)))
        return _special(_TANH, z)
    if abs(x) > _LOG_LARGE:
        return complex(copysign(1, x), 4 * math.sin(y) * math.cos(y) * math.exp(-2 * abs(x)))
    tx, ty, cx = math.tanh(x), math.tan(y), 1 / math.cosh(x)
    both = tx * ty
    below = 1 + both * both
    return complex(tx * (1 + ty * ty) / below, ((ty / below) * cx) * cx)


def cos(z, /):
    z = _complex(z)
    return cosh(complex(-z.imag, z.real))


def sin(z, /):
    return _turned(sinh, z)


def tan(z, /):
    return _turned(tanh, z)


def exp(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if not (math.isfinite(x) and math.isfinite(y)):
        if math.isinf(y) and (math.isfinite(x) or x == inf):
            raise _domain()
        if math.isinf(x) and math.isfinite(y) and y != 0:
            size = inf if x > 0 else 0.0
            return complex(copysign(size, math.cos(y)), copysign(size, math.sin(y)))
        return _special(_EXP, z)
    if x > _LOG_LARGE:
        size = _exp(x - 1)
        return _checked(size * math.cos(y) * e, size * math.sin(y) * e)
    size = _exp(x)
    return _checked(size * math.cos(y), size * math.sin(y))


def _log(z):
    special = _special(_LOG, z)
    if special is not None:
        return special
    ax, ay = abs(z.real), abs(z.imag)
    if ax > _LARGE or ay > _LARGE:
        real = math.log(_hypot(ax / 2, ay / 2)) + _LN2
    elif ax < 2.2250738585072014e-308 and ay < 2.2250738585072014e-308:
        if ax == 0 and ay == 0:
            raise _domain()
        real = math.log(_hypot(math.ldexp(ax, 53), math.ldexp(ay, 53))) - 53 * _LN2
    else:
        h = _hypot(ax, ay)
        if 0.71 <= h <= 1.73:
            # Near 1 the logarithm of the size would lose digits.
            more, less = max(ax, ay), min(ax, ay)
            real = math.log1p((more - 1) * (more + 1) + less * less) / 2
        else:
            real = math.log(h)
    return complex(real, math.atan2(z.imag, z.real))


def log(z, base=None, /):
    found = _log(_complex(z))
    return found if base is None else found / _log(_complex(base))


def log10(z, /):
    found = _log(_complex(z))
    return complex(found.real / math.log(10), found.imag / math.log(10))


def phase(z, /):
    z = _complex(z)
    found = math.atan2(z.imag, z.real)
    if found == 0 and z.imag != 0 and math.isfinite(z.real):
        # The C library reports that the result is too small, and that counts as an error.
        raise _range()
    return found


def polar(z, /):
    z = _complex(z)
    return abs(z), math.atan2(z.imag, z.real)


def rect(r, phi, /):
    r, phi = float(r), float(phi)
    if not (math.isfinite(r) and math.isfinite(phi)):
        if math.isinf(phi) and r != 0 and not math.isnan(r):
            raise _domain()
        if math.isinf(r) and math.isfinite(phi) and phi != 0:
            sign = copysign(1, r)
            return complex(sign * copysign(inf, math.cos(phi)), sign * copysign(inf, math.sin(phi)))
        if math.isinf(r) and phi == 0:
            return complex(r, copysign(0.0, phi) * copysign(1, r))
        if r == 0:
            return complex(0.0, 0.0)
        if phi == 0:
            return complex(nan, 0.0)
        return complex(inf if math.isinf(r) else nan, nan)
    if phi == 0:
        # The sign of a zero stays.
        return complex(r, r * phi)
    return complex(r * math.cos(phi), r * math.sin(phi))


def isnan(z, /):
    z = _complex(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isinf(z, /):
    z = _complex(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isfinite(z, /):
    z = _complex(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a, b = _complex(a), _complex(b)
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if any(math.isinf(part) for part in (a.real, a.imag, b.real, b.imag)):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol
