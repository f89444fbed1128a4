a, b = {1, 2, 3}, {2, 3, 4}
print(a | b, a & b, a - b, a ^ b, a < b, a <= {1, 2, 3, 4}, a > {1}, a == {3, 2, 1}, a != b)
c = a
a |= {9}
a &= {1, 2, 9}
a -= {1}
a ^= {2, 5}
print(a, a is c)
for bad in ('a | [1]', 'a & "x"', 'a - (1,)', 'a < [1]', 'a ^ 5'):
    try:
        eval(bad)
    except TypeError as e:
        print(e)
# expect: {1, 2, 3, 4} {2, 3} {1} {1, 4} False True True True True
# expect: {5, 9} True
# expect: unsupported operand type(s) for |: 'set' and 'list'
# expect: unsupported operand type(s) for &: 'set' and 'str'
# expect: unsupported operand type(s) for -: 'set' and 'tuple'
# expect: '<' not supported between instances of 'set' and 'list'
# expect: unsupported operand type(s) for ^: 'set' and 'int'
