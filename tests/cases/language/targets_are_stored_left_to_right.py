def f(i, items):
    i, items[i] = 1, 'new'
    print(i, items)
    items[i], i = 'at one', 2
    print(i, items)
    x = items[x] = i = 0
    print(x, i, items)
    i = items[i], j = [[3, 4], 5]
    print(i, j, items)
f(0, [10, 20, 30])
# expect: 1 [10, 'new', 30]
# expect: 2 [10, 'at one', 30]
# expect: 0 0 [0, 'at one', 30]
# raises: TypeError: list indices must be integers or slices, not list
