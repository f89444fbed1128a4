def f(a, b, c):
    a, b = b, a
    print(a, b)
    a, b, c = c, a, b
    print(a, b, c)
    a, b = b, a + b
    a, a = 1, 2
    print(a, b, c)
    (a, b), c = (c, a), b
    print(a, b, c)
f(1, 2, 3)
# expect: 2 1
# expect: 3 2 1
# expect: 2 5 1
# expect: 1 2 5
