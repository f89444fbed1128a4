print({1: 2} == {1: 2.0}, {1: 2} != {1: 3}, {1: 2, 3: 4} == {3: 4, 1: 2}, {} == [], {1: 2} == {1: 2, 3: 4})
try:
    {} < {}
except TypeError as e:
    print(e)
nan = float('nan')
print({'a': nan} == {'a': nan}, {'a': nan} == {'a': float('nan')})
# expect: True True True False False
# expect: '<' not supported between instances of 'dict' and 'dict'
# expect: True False
