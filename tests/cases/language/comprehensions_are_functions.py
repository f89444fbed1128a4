class A:
    n = 3
    items = [i * 2 for i in range(n)]
    try: print([n for _ in range(1)])
    except NameError as e: print(e)
def f(n):
    i = 'kept'
    cells = [lambda: i + n for i in range(3)]
    print(i, [c() for c in cells], [(i, j) for i in range(3) if i for j in range(i)])
    print({i: j for i, j in zip('ab', range(2))}, {last := i for i in range(3)}, last)
    print([y for x in range(3) for y in [x * x] if y], list(x for x in [n]))
print(A.items)
f(10)
# expect: name 'n' is not defined
# expect: [0, 2, 4]
# expect: kept [12, 12, 12] [(1, 0), (2, 0), (2, 1)]
# expect: {'a': 0, 'b': 1} {0, 1, 2} 2
# expect: [1, 4] [10]
