"""How deep special methods may recurse, and *args and **kwargs by their counts."""
import sys
def deep(n=[0]):
    class D:
        def __eq__(s, o): n[0] += 1; return s == o
    d = D()
    try: d == d
    except RecursionError as e: print(e, n)
    class D:
        def __call__(s): n[0] += 1; return s()
    n[0] = 0
    try: D()()
    except RecursionError as e: print(e, n)
    class D:
        def __getitem__(s, k): n[0] += 1; return s[k]
    n[0] = 0
    try: D()[1]
    except RecursionError as e: print(e, n)
    class D:
        def __add__(s, k): n[0] += 1; return s+k
    n[0] = 0
    try: D()+1
    except RecursionError as e: print(e, n)
    class D:
        def __lt__(s, k):
            n[0] += 1
            if s<k: pass
    n[0] = 0
    try: D()<1
    except RecursionError as e: print(e, n)
    class D:
        def __enter__(s):
            n[0] += 1
            with s: pass
        def __exit__(s, *a): pass
    n[0] = 0
    try:
        with D(): pass
    except RecursionError as e: print(e, n)
    class D:
        def __next__(s):
            n[0] += 1
            for q in s: pass
        def __iter__(s): return s
    n[0] = 0
    try:
        for q in D(): pass
    except RecursionError as e: print(e, n)
def f(*a): return (sys.getrefcount(a) if a else 0), a
def g(x, *a, **k): return (sys.getrefcount(a) if a else 0), sys.getrefcount(k), x, a, k
for i in range(3):
    deep()
    print(f(), f(1), f(1, 2), f(*range(20)), g(1), g(1, 2), g(1, 2, b=3), g(x=3, y=3))
# expect: maximum recursion depth exceeded in comparison [499]
# expect: maximum recursion depth exceeded while calling a Python object [499]
# expect: maximum recursion depth exceeded [998]
# expect: maximum recursion depth exceeded [998]
# expect: maximum recursion depth exceeded in comparison [499]
# expect: maximum recursion depth exceeded [998]
# expect: maximum recursion depth exceeded [998]
# expect: (0, ()) (2, (1,)) (2, (1, 2)) (2, (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19)) (0, 2, 1, (), {}) (2, 2, 1, (2,), {}) (2, 2, 1, (2,), {'b': 3}) (0, 2, 3, (), {'y': 3})
# expect: maximum recursion depth exceeded in comparison [1497]
# expect: maximum recursion depth exceeded while calling a Python object [499]
# expect: maximum recursion depth exceeded [998]
# expect: maximum recursion depth exceeded [998]
# expect: maximum recursion depth exceeded in comparison [499]
# expect: maximum recursion depth exceeded [998]
# expect: maximum recursion depth exceeded [998]
# expect: (0, ()) (2, (1,)) (2, (1, 2)) (2, (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19)) (0, 2, 1, (), {}) (2, 2, 1, (2,), {}) (2, 2, 1, (2,), {'b': 3}) (0, 2, 3, (), {'y': 3})
# expect: maximum recursion depth exceeded in comparison [1497]
# expect: maximum recursion depth exceeded while calling a Python object [499]
# expect: maximum recursion depth exceeded [998]
# expect: maximum recursion depth exceeded [998]
# expect: maximum recursion depth exceeded in comparison [499]
# expect: maximum recursion depth exceeded [998]
# expect: maximum recursion depth exceeded [998]
# expect: (0, ()) (2, (1,)) (2, (1, 2)) (2, (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19)) (0, 2, 1, (), {}) (2, 2, 1, (2,), {}) (2, 2, 1, (2,), {'b': 3}) (0, 2, 3, (), {'y': 3})
