print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [2] > [1, 9])
print([1, 2] == [1, 2.0], [1] != [1], [1] == (1,), [1] <= [1], [1, 2] >= [1, 3])
try:
    [1] < (1,)
except TypeError as e:
    print(e)
try:
    [1, 'a'] < [1, 2]
except TypeError as e:
    print(e)
nan = float('nan')
print([nan] == [nan], [nan] == [float('nan')])
# expect: True True True True
# expect: True False False True False
# expect: '<' not supported between instances of 'list' and 'tuple'
# expect: '<' not supported between instances of 'str' and 'int'
# expect: True False
