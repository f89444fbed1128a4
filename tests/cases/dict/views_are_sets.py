a, b = {'x': 1, 'y': 2}, {'y': 2, 'z': 3}
print(sorted(a.keys() & b.keys()), sorted(a.keys() | b), sorted(a.keys() - b.keys()), sorted(a.keys() ^ b.keys()))
print(sorted(a.items() & b.items()), sorted(a.items() - b.items()), a.keys() & ['x'], ['x'] & a.keys())
print(a.keys() == {'x', 'y'}, a.keys() <= {'x', 'y', 'z'}, a.keys() > {'x'}, a.keys() >= b.keys(), a.keys() != b.keys())
print(a.keys().isdisjoint(['q']), a.keys().isdisjoint('x'), a.items().isdisjoint(b.items()))
try:
    a.values() & b.values()
except TypeError as e:
    print(e)
try:
    a.keys() | 5
except TypeError as e:
    print(e)
# expect: ['y'] ['x', 'y', 'z'] ['x'] ['x', 'z']
# expect: [('y', 2)] [('x', 1)] {'x'} {'x'}
# expect: True True True False True
# expect: True False False
# expect: unsupported operand type(s) for &: 'dict_values' and 'dict_values'
# expect: 'int' object is not iterable
