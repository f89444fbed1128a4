for items in ([1, 'a'], ['a', 1], [None, 1], [1, None], [(1, 2), [3]], [1j, 2j]):
    try:
        items.sort()
    except TypeError as e:
        print(e)
print(sorted([1, 2.5, True, 0]), sorted([3.5, -1.0, 2]))
try:
    [1].sort(1)
except TypeError as e:
    print(e)
try:
    [1].sort(foo=1)
except TypeError as e:
    print(e)
# expect: '<' not supported between instances of 'str' and 'int'
# expect: '<' not supported between instances of 'int' and 'str'
# expect: '<' not supported between instances of 'int' and 'NoneType'
# expect: '<' not supported between instances of 'NoneType' and 'int'
# expect: '<' not supported between instances of 'list' and 'tuple'
# expect: '<' not supported between instances of 'complex' and 'complex'
# expect: [0, 1, True, 2.5] [-1.0, 2, 3.5]
# expect: sort() takes no positional arguments
# expect: 'foo' is an invalid keyword argument for sort()
