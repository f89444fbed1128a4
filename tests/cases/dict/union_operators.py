a, b = {'x': 1, 'y': 2}, {'y': 3, 'z': 4}
print(a | b, b | a)
a |= b
print(a)
a |= [('w', 0)]
print(a)
try:
    a | [('w', 0)]
except TypeError as e:
    print(e)
try:
    a |= 5
except TypeError as e:
    print(e)
class D(dict):
    pass
print(type(D() | {}), type({} | D()))
# expect: {'x': 1, 'y': 3, 'z': 4} {'y': 2, 'z': 4, 'x': 1}
# expect: {'x': 1, 'y': 3, 'z': 4}
# expect: {'x': 1, 'y': 3, 'z': 4, 'w': 0}
# expect: unsupported operand type(s) for |: 'dict' and 'list'
# expect: 'int' object is not iterable
# expect: <class 'dict'> <class 'dict'>
