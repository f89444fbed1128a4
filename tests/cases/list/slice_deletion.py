def cut(*parts):
    l = list(range(10))
    del l[slice(*parts)]
    print(l)
cut(2, 5)
cut(None, None, 2)
cut(None, None, -3)
cut(8, 2, -2)
cut(5, 2)
cut(None, None)
cut(3, None, 100)
# expect: [0, 1, 5, 6, 7, 8, 9]
# expect: [1, 3, 5, 7, 9]
# expect: [1, 2, 4, 5, 7, 8]
# expect: [0, 1, 2, 3, 5, 7, 9]
# expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# expect: []
# expect: [0, 1, 2, 4, 5, 6, 7, 8, 9]
