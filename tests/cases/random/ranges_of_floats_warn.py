# Floats with whole values are taken by randrange(), with a warning; others are refused, with another.
import random
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    random.seed(1)
    print(random.randrange(10.0), random.randrange(1, 5.0))
    try:
        random.randrange(1.5)
    except ValueError as error:
        print(error)
    for warning in caught:
        print(warning.category.__name__, warning.message, warning.lineno)
# expect: 2 1
# expect: non-integer arg 1 for randrange()
# expect: DeprecationWarning non-integer arguments to randrange() have been deprecated since Python 3.10 and will be removed in a subsequent version 8
# expect: DeprecationWarning non-integer arguments to randrange() have been deprecated since Python 3.10 and will be removed in a subsequent version 8
# expect: DeprecationWarning randrange() will raise TypeError in the future 10
