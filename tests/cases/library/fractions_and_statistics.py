# Exact quotients, and statistics that keep the type of their data.
import numbers
from fractions import Fraction
from statistics import (NormalDist, StatisticsError, correlation, harmonic_mean, linear_regression, mean, median, mode,
                        multimode, pstdev, quantiles, stdev, variance)

third, fifths = Fraction(1, 3), Fraction(2, 5)
print(third + fifths, third - fifths, third * fifths, third / fifths, third // fifths, third % fifths, third**-2, 2**third)
print(Fraction("3/4"), Fraction(" -1.25 "), Fraction("6e-3"), Fraction(0.5), repr(Fraction(6, -8)), round(Fraction(22, 7), 2))
print(Fraction(3.141592653589793).limit_denominator(100), hash(Fraction(1, 2)) == hash(0.5), third + 0.5, third == Fraction(2, 6))
for wrong in (lambda: Fraction(1, 0), lambda: Fraction("x"), lambda: Fraction(1.5, 2), lambda: third / 0, lambda: third + "x"):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
print(isinstance(third, numbers.Rational), isinstance(1, numbers.Integral), isinstance(1.0, numbers.Rational))
for data in ([1, 2, 3, 4], [1.5, 2.5, 3.5], [third, fifths], [3, 1, 2, 2], [0.1] * 10, [10**20, 1]):
    print(mean(data), median(data), mode(data), multimode(data), variance(data), stdev(data), pstdev(data), quantiles(data))
print(correlation([1, 2, 3], [2, 4, 7]), linear_regression([1, 2, 3], [2, 4, 7]), harmonic_mean([40, 60], [5, 30]))
normal = NormalDist(100, 15)
print(normal, normal.cdf(110), normal.inv_cdf(0.9), normal.inv_cdf(1e-9), normal.quantiles(), normal.overlap(NormalDist(110, 20)))
for wrong in (lambda: mean([]), lambda: stdev([1]), lambda: mode([]), lambda: NormalDist(0, -1)):
    try:
        wrong()
    except StatisticsError as error:
        print(error)
# expect: 11/15 -1/15 2/15 5/6 0 1/3 9 1.2599210498948732
# expect: 3/4 -5/4 3/500 1/2 Fraction(-3, 4) 157/50
# expect: 311/99 True 0.8333333333333333 True
# expect: ZeroDivisionError Fraction(1, 0)
# expect: ValueError Invalid literal for Fraction: 'x'
# expect: TypeError both arguments should be Rational instances
# expect: ZeroDivisionError Fraction(1, 0)
# expect: TypeError unsupported operand type(s) for +: 'Fraction' and 'str'
# expect: True True False
# expect: 2.5 2.5 1 [1, 2, 3, 4] 1.6666666666666667 1.2909944487358056 1.118033988749895 [1.25, 2.5, 3.75]
# expect: 2.5 2.5 1.5 [1.5, 2.5, 3.5] 1.0 1.0 0.816496580927726 [1.5, 2.5, 3.5]
# expect: 11/30 11/30 1/3 [Fraction(1, 3), Fraction(2, 5)] 1/450 0.04714045207910317 0.03333333333333333 [Fraction(19, 60), Fraction(11, 30), Fraction(5, 12)]
# expect: 2 2.0 2 [2] 0.6666666666666666 0.816496580927726 0.7071067811865476 [1.25, 2.0, 2.75]
# expect: 0.1 0.1 0.1 [0.1] 0.0 0.0 0.0 [0.1, 0.1, 0.1]
# expect: 5e+19 5e+19 100000000000000000000 [100000000000000000000, 1] 5e+39 7.0710678118654755e+19 5e+19 [-2.5e+19, 5e+19, 1.25e+20]
# expect: 0.9933992677987828 LinearRegression(slope=2.5, intercept=-0.666666666666667) 56.0
# expect: NormalDist(mu=100.0, sigma=15.0) 0.7475074624530771 119.22327348316901 10.032894774884696 [89.88265374705878, 100.0, 110.11734625294122] 0.7489616436169411
# expect: mean requires at least one data point
# expect: stdev requires at least two data points
# expect: no mode for empty data
# expect: sigma must be non-negative
