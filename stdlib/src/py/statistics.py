"""Statistics of numbers: means, medians, spreads, quantiles, linear relations, the normal distribution."""

import math as _math
import random as _random
from bisect import bisect_left as _bisect_left, bisect_right as _bisect_right
from collections import Counter as _Counter, namedtuple as _namedtuple
from fractions import Fraction as _Fraction

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
           "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode",
           "pstdev", "pvariance", "quantiles", "stdev", "variance"]

_SQRT2 = _math.sqrt(2.0)


class StatisticsError(ValueError):
    pass


# ---- exact sums

def _exact(value):
    """The value as a fraction; infinities and NaN as they are."""
    try:
        return _Fraction(*value.as_integer_ratio())
    except (OverflowError, ValueError):
        return value
    except AttributeError:
        raise TypeError(f"can't convert type '{type(value).__name__}' to numerator/denominator") from None


def _kind(a, b):
    """The type that a sum of the two types is given in."""
    if a is b or b is int or b is bool:
        return a
    if a is int or issubclass(b, a):
        return b
    if issubclass(a, b):
        return a
    if issubclass(a, int):
        return b
    if issubclass(b, int):
        return a
    for one, other in ((a, b), (b, a)):
        if issubclass(one, _Fraction) and issubclass(other, float):
            return other
    raise TypeError(f"don't know how to coerce {a.__name__} and {b.__name__}")


def _total(data):
    """Type, exact sum and number of the values."""
    kind, total, n, odd = int, _Fraction(0), 0, None
    sums = {}
    for value in data:
        n += 1
        kind = _kind(kind, type(value))
        exact = _exact(value)
        if isinstance(exact, _Fraction):
            sums[exact.denominator] = sums.get(exact.denominator, 0) + exact.numerator
        else:
            odd = exact if odd is None else odd + exact
    if odd is not None:
        return kind, odd, n
    for denominator, numerator in sums.items():
        total += _Fraction(numerator, denominator)
    return kind, total, n


def _squares(data, center=None):
    """Type, exact sum of squared deviations, the center, and the number of the values."""
    data = list(data)
    if center is not None:
        kind, total, n = _total((d := x - center) * d for x in data)
        return kind, total, center, n
    kind, total, n = _total(data)
    if not n:
        return kind, total, _Fraction(0), 0
    mean = total / n
    if not isinstance(mean, _Fraction):
        return kind, total, total, n
    return kind, sum(((_exact(x) - mean) ** 2 for x in data), _Fraction(0)), mean, n


def _as(value, kind):
    """The value in the type of the data; whole numbers become floats where they must."""
    if type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        if hasattr(kind, "from_float") and isinstance(value, _Fraction):
            return kind(value.numerator) / kind(value.denominator)
        raise


def _root_of_ratio(n, m):
    """The square root of n/m, correctly rounded."""
    if not n:
        return 0.0
    # An integer root with a few bits more than a double has, the last one set if anything is left.
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift >= 0:
        top, bottom = n, m << 2 * shift
    else:
        top, bottom = n << -2 * shift, m
    root = _math.isqrt(top // bottom)
    root |= root * root * bottom != top
    return root * 2.0 ** shift if shift >= 0 and root.bit_length() < 1000 else root / (1 << -shift) if shift < 0 else (
        float(root << shift))


# ---- means

def mean(data):
    """The arithmetic mean.

    >>> mean([1, 2, 3, 4, 4])
    2.8
    """
    kind, total, n = _total(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    return _as(total / n, kind)


def fmean(data, weights=None):
    """The arithmetic mean as a float, fast; with weights if they are given."""
    if weights is None:
        data = data if hasattr(data, "__len__") else list(data)
        n = len(data)
        if not n:
            raise StatisticsError("fmean requires at least one data point")
        return _math.fsum(data) / n
    data, weights = list(data), list(weights)
    if len(data) != len(weights):
        raise StatisticsError("data and weights must be the same length")
    top, bottom = _math.fsum(x * w for x, w in zip(data, weights)), _math.fsum(weights)
    if not bottom:
        raise StatisticsError("sum of weights must be non-zero")
    return top / bottom


def geometric_mean(data):
    """The n-th root of the product of n positive values, as a float."""
    try:
        return _math.exp(fmean(map(_math.log, data)))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def _not_negative(values, message):
    for value in values:
        if value < 0:
            raise StatisticsError(message)
        yield value


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals."""
    data = list(data)
    message = "harmonic mean does not support negative values"
    n = len(data)
    if n < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if n == 1 and weights is None:
        if isinstance(data[0], (int, float, _Fraction)):
            if data[0] < 0:
                raise StatisticsError(message)
            return data[0]
        raise TypeError("unsupported type")
    if weights is None:
        weights, whole = [1] * n, n
    else:
        weights = list(weights)
        if len(weights) != n:
            raise StatisticsError("Number of weights does not match data size")
        whole = _total(_not_negative(weights, message))[1]
    try:
        values = _not_negative(data, message)
        kind, total, _ = _total(w / x if w else 0 for w, x in zip(weights, values))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _as(whole / total, kind)


# ---- middles

def median(data):
    """The middle value; the mean of the two middle ones if their number is even."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    middle = n // 2
    return data[middle] if n % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    """The middle value; the lower of two."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle value; the higher of two."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    """The 50th percentile of values that stand for classes of a width of `interval`."""
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    x = data[n // 2]
    first, behind = _bisect_left(data, x), _bisect_right(data, x)
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float") from None
    return x - interval / 2.0 + interval * (n / 2 - first) / (behind - first)


def mode(data):
    """The most common value, the first of several."""
    found = _Counter(iter(data)).most_common(1)
    if not found:
        raise StatisticsError("no mode for empty data")
    return found[0][0]


def multimode(data):
    """All most common values, in the order in which they came."""
    counts = _Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, times in counts.items() if times == most]


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 cut points that divide the data into n parts of equal probability."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    if len(data) < 2:
        raise StatisticsError("must have at least two data points")
    cuts = []
    if method == "inclusive":
        last = len(data) - 1
        for i in range(1, n):
            at, rest = divmod(i * last, n)
            cuts.append((data[at] * (n - rest) + data[at + 1] * rest) / n)
        return cuts
    if method == "exclusive":
        behind = len(data) + 1
        for i in range(1, n):
            at = min(max(i * behind // n, 1), len(data) - 1)
            rest = i * behind - at * n
            cuts.append((data[at - 1] * (n - rest) + data[at] * rest) / n)
        return cuts
    raise ValueError(f"Unknown method: {method!r}")


# ---- spreads

def variance(data, xbar=None):
    """The variance of a sample."""
    kind, squares, _, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError("variance requires at least two data points")
    return _as(squares / (n - 1), kind)


def pvariance(data, mu=None):
    """The variance of a whole population."""
    kind, squares, _, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _as(squares / n, kind)


def _root(value, kind):
    if hasattr(kind, "sqrt"):
        return (kind(value.numerator) / kind(value.denominator)).sqrt()
    return _root_of_ratio(value.numerator, value.denominator)


def stdev(data, xbar=None):
    """The square root of the variance of a sample."""
    kind, squares, _, n = _squares(data, xbar)
    if n < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(squares / (n - 1), kind)


def pstdev(data, mu=None):
    """The square root of the variance of a whole population."""
    kind, squares, _, n = _squares(data, mu)
    if n < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(squares / n, kind)


# ---- two variables

def covariance(x, y, /):
    """How two samples vary together."""
    n = len(x)
    if len(y) != n:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("covariance requires at least two data points")
    x_mean, y_mean = _math.fsum(x) / n, _math.fsum(y) / n
    return _math.fsum((a - x_mean) * (b - y_mean) for a, b in zip(x, y)) / (n - 1)


def correlation(x, y, /):
    """Pearson's coefficient: how close two samples are to a linear relation, from -1 to 1."""
    n = len(x)
    if len(y) != n:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("correlation requires at least two data points")
    x_mean, y_mean = _math.fsum(x) / n, _math.fsum(y) / n
    both = _math.fsum((a - x_mean) * (b - y_mean) for a, b in zip(x, y))
    x_squares = _math.fsum((a - x_mean) ** 2.0 for a in x)
    y_squares = _math.fsum((b - y_mean) ** 2.0 for b in y)
    try:
        return both / _math.sqrt(x_squares * y_squares)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant") from None


LinearRegression = _namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept of the line that is closest to the points by least squares."""
    n = len(x)
    if len(y) != n:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("linear regression requires at least two data points")
    if proportional:
        both, squares = _math.fsum(a * b for a, b in zip(x, y)), _math.fsum(a * a for a in x)
    else:
        x_mean, y_mean = _math.fsum(x) / n, _math.fsum(y) / n
        both = _math.fsum((a - x_mean) * (b - y_mean) for a, b in zip(x, y))
        squares = _math.fsum((a - x_mean) ** 2.0 for a in x)
    try:
        slope = both / squares
    except ZeroDivisionError:
        raise StatisticsError("x is constant") from None
    return LinearRegression(slope=slope, intercept=0.0 if proportional else y_mean - slope * x_mean)


# ---- the normal distribution

# Quotients of polynomials for the inverse of the distribution function: M. J. Wichura, Algorithm AS 241, Applied
# Statistics 37 (1988). In the middle, in the tails, and far out.
_MIDDLE_TOP = (2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987,
               13731.69376550946, 1971.5909503065513, 133.14166789178438, 3.3871328727963665)
_MIDDLE_BOTTOM = (5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597,
                  5394.196021424751, 687.1870074920579, 42.31333070160091, 1.0)
_TAIL_TOP = (0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
             3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835)
_TAIL_BOTTOM = (1.0507500716444169e-09, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
                0.6897673349851, 1.6763848301838038, 2.053191626637759, 1.0)
_FAR_TOP = (2.0103343992922881e-07, 2.7115555687434876e-05, 0.0012426609473880784, 0.026532189526576124,
            0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103)
_FAR_BOTTOM = (2.0442631033899397e-15, 1.421511758316446e-07, 1.8463183175100548e-05, 0.0007868691311456133,
               0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1.0)


def _polynomial(coefficients, x):
    value = coefficients[0]
    for coefficient in coefficients[1:]:
        value = value * x + coefficient
    return value


class NormalDist:
    """A normal distribution with a mean and a standard deviation."""

    __slots__ = {"_mu": "Arithmetic mean of a normal distribution",
                 "_sigma": "Standard deviation of a normal distribution"}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        """The distribution with the mean and the deviation of a sample."""
        data = list(data)
        return cls(mean(data), stdev(data))

    def samples(self, n, *, seed=None):
        """Random values of the distribution."""
        gauss = _random.gauss if seed is None else _random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        """How dense the values are at x."""
        spread = self._sigma * self._sigma
        if not spread:
            raise StatisticsError("pdf() not defined when sigma is zero")
        away = x - self._mu
        return _math.exp(away * away / (-2.0 * spread)) / _math.sqrt(_math.tau * spread)

    def cdf(self, x):
        """The probability of a value of at most x."""
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + _math.erf((x - self._mu) / (self._sigma * _SQRT2)))

    def inv_cdf(self, p):
        """The value that is not exceeded with the probability p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if self._sigma <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        q = p - 0.5
        if abs(q) <= 0.425:
            r = 0.180625 - q * q
            x = _polynomial(_MIDDLE_TOP, r) * q / _polynomial(_MIDDLE_BOTTOM, r)
            return self._mu + x * self._sigma
        r = _math.sqrt(-_math.log(p if q <= 0.0 else 1.0 - p))
        if r <= 5.0:
            x = _polynomial(_TAIL_TOP, r - 1.6) / _polynomial(_TAIL_BOTTOM, r - 1.6)
        else:
            x = _polynomial(_FAR_TOP, r - 5.0) / _polynomial(_FAR_BOTTOM, r - 5.0)
        return self._mu + (-x if q < 0.0 else x) * self._sigma

    def quantiles(self, n=4):
        """The n - 1 cut points between n parts of equal probability."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """The area that the densities of two distributions have in common."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        a, b = self, other
        if (b._sigma, b._mu) < (a._sigma, a._mu):
            a, b = b, a
        a_spread, b_spread = a.variance, b.variance
        if not a_spread or not b_spread:
            raise StatisticsError("overlap() not defined when sigma is zero")
        wider, apart = b_spread - a_spread, abs(b._mu - a._mu)
        if not wider:
            return 1.0 - _math.erf(apart / (2.0 * a._sigma * _SQRT2))
        middle = a._mu * b_spread - b._mu * a_spread
        reach = a._sigma * b._sigma * _math.sqrt(apart * apart + wider * _math.log(b_spread / a_spread))
        left, right = (middle + reach) / wider, (middle - reach) / wider
        return 1.0 - (abs(b.cdf(left) - a.cdf(left)) + abs(b.cdf(right) - a.cdf(right)))

    def zscore(self, x):
        """How many standard deviations x lies above the mean."""
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __add__(a, b):
        if isinstance(b, NormalDist):
            return NormalDist(a._mu + b._mu, _math.hypot(a._sigma, b._sigma))
        return NormalDist(a._mu + b, a._sigma)

    __radd__ = __add__

    def __sub__(a, b):
        if isinstance(b, NormalDist):
            return NormalDist(a._mu - b._mu, _math.hypot(a._sigma, b._sigma))
        return NormalDist(a._mu - b, a._sigma)

    def __rsub__(a, b):
        return -(a - b)

    def __mul__(a, b):
        return NormalDist(a._mu * b, a._sigma * abs(b))

    __rmul__ = __mul__

    def __truediv__(a, b):
        return NormalDist(a._mu / b, a._sigma / abs(b))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    def __eq__(a, b):
        if not isinstance(b, NormalDist):
            return NotImplemented
        return a._mu == b._mu and a._sigma == b._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
