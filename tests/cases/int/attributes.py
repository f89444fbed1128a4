print((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate())
print((5).as_integer_ratio(), True.as_integer_ratio(), (5).__index__(), (5).__trunc__())
print((5).__floor__(), (5).__ceil__(), (5).__getnewargs__(), (5).__float__())
print((5).__add__(2), (5).__add__("x"), (5).__radd__(2), (5).__rpow__(2), (5).__pow__(2, 3))
print((5).__lt__(6), (5).__lt__(6.0), (5).__eq__("x"), (5).__divmod__(2), (5).__rdivmod__(2))
# expect: 5 0 5 1 5
# expect: (5, 1) (1, 1) 5 5
# expect: 5 5 (5,) 5.0
# expect: 7 NotImplemented 7 32 1
# expect: True NotImplemented NotImplemented (2, 1) (0, 2)
