def f(x):
    print(x + (x := 5) + x, [x, (x := 6), x], (x, (x := 7), x))
    print({x: (x := 8), 'k': x}, f'{x}{(x := 9)}{x}', x < (x := 20) < (x := 30))
    x += (x := 1) + x
    print(x, print(x, x := 2, x))
f(1)
# expect: 11 [5, 6, 6] (6, 7, 7)
# expect: {7: 8, 'k': 8} 899 True
# expect: 32 2 2
# expect: 32 None
