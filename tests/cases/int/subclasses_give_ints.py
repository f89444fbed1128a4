class Sub(int):
    pass
print(type(Sub(1) + 1), type(-Sub(1)), type(+Sub(1)), type(Sub(1) | 1))
print(type(abs(Sub(1))), type(round(Sub(1))), type(int(Sub(1))), type(Sub(1).real))
print(Sub(5), repr(Sub(6)), Sub("12"), Sub("ff", 16), Sub(3.7))
print(Sub(5) == 5, hash(Sub(5)) == 5, {5: "five"}[Sub(5)])
# expect: <class 'int'> <class 'int'> <class 'int'> <class 'int'>
# expect: <class 'int'> <class 'int'> <class 'int'> <class 'int'>
# expect: 5 6 12 255 3
# expect: True True five
