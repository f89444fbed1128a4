class Sub(float):
    pass
print(type(Sub(1) + 1), type(-Sub(1)), type(+Sub(1)), type(Sub(1).real), type(float(Sub(1))))
print(Sub("1.5"), repr(Sub(2)), Sub(1.5) == 1.5, type(Sub(1).conjugate()))
# expect: <class 'float'> <class 'float'> <class 'float'> <class 'float'> <class 'float'>
# expect: 1.5 2.0 True <class 'float'>
