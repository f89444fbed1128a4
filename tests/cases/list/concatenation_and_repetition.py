a = [1]
print(a + [2], a * 3, 2 * a, a * 0, a * -1)
b = a
a += (2, 3)
a *= 2
print(a, a is b)
a += 'xy'
print(a)
for bad in ('a + (1,)', 'a * "x"', 'a * 1.0', 'a + None'):
    try:
        eval(bad)
    except TypeError as e:
        print(e)
try:
    a += 5
except TypeError as e:
    print(e)
# expect: [1, 2] [1, 1, 1] [1, 1] [] []
# expect: [1, 2, 3, 1, 2, 3] True
# expect: [1, 2, 3, 1, 2, 3, 'x', 'y']
# expect: can only concatenate list (not "tuple") to list
# expect: can't multiply sequence by non-int of type 'str'
# expect: can't multiply sequence by non-int of type 'float'
# expect: can only concatenate list (not "NoneType") to list
# expect: 'int' object is not iterable
