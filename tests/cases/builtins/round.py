print(round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(1234, -2), round(5), round(2.5, 0), round(number=1.15, ndigits=1), round(1e20), round(True))
class R:
    def __round__(self, n='none'):
        return n
print(round(R()), round(R(), 3), round(R(), None))
for f in (lambda: round(), lambda: round('a'), lambda: round(1, 'a'), lambda: round(float('nan')), lambda: round(float('inf'))):
    try:
        f()
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
# expect: 2 4 -2 2.57 1200 5 2.0 1.1 100000000000000000000 1
# expect: none 3 none
# expect: TypeError round() missing required argument 'number' (pos 1)
# expect: TypeError type str doesn't define __round__ method
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError cannot convert float NaN to integer
# expect: OverflowError cannot convert float infinity to integer
