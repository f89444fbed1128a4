"""Operators, subscripts, loops, calls and with on instances: counts, declined and reflected methods."""
import sys
class A:
    def __init__(s, x): s.x = x
    def __add__(s, o):
        if not isinstance(o, A): return NotImplemented
        return A(s.x + o.x)
    def __radd__(s, o): return ('radd', o, s.x)
    def __iadd__(s, o):
        if o is None: return NotImplemented
        s.x += 1; return s
    def __eq__(s, o):
        return s.x == o.x if isinstance(o, A) else NotImplemented
    def __lt__(s, o):
        if not isinstance(o, A): return NotImplemented
        return s.x < o.x
    def __getitem__(s, k):
        if k > 5: raise IndexError(k)
        return k * 2
    def __setitem__(s, k, v): print('set', k, v.x, sys.getrefcount(v), sys.getrefcount(s))
    def __call__(s, a, b): return (sys.getrefcount(a), sys.getrefcount(s), a, b)
    def __enter__(s): print('enter', sys.getrefcount(s)); return s
    def __exit__(s, *a): print('exit', len(a), a[0]); return True
class B(A):
    def __radd__(s, o): return ('Bradd', o.x, s.x)
class It:
    def __init__(s, n): s.n = n
    def __iter__(s): return s
    def __next__(s):
        if s.n == 0: raise StopIteration
        s.n -= 1
        return s.n
def main():
    a, b = A(1), A(2)
    for i in range(4):
        c = a + b
        print(c.x, a == b, a < b, a == 3, a != b)
        print(a[i], [a[k] for k in range(3)])
        a[i] = b
        print(a(c, b)[:2])
        try: a + None
        except TypeError as e: print(e)
        try: a < None
        except TypeError as e: print(e)
        try: a += None
        except TypeError as e: print(e)
        a += 1
        print(a + B(3) , 5 + a)
        with a as q: print(q is a)
        with a: 1/0
        for k in It(3): print(k, end=' ')
        print()
        if a < b: print('less')
        if a == b: print('eq')
        while b < a: b.x += 10
    try:
        for k in range(9): a[k]
    except IndexError as e: print('IE', e)
main()
def bad(s):
    class D:
        def __add__(s, o): return o.foo
    return D() + 3
try: bad(1)
except AttributeError: print("no attribute")
class C:
    def __lt__(s, o): return []
    def __eq__(s, o): raise KeyError(o)
    def __add__(s, o): yield o
    def __iter__(s): return s
    def __next__(s): yield 1
c = C()
for i in range(3):
    print(c < c, 1 if c < c else 2, list(c + i))
    try: c == i
    except KeyError as e: print(e.args)
    for n, g in enumerate(c):
        if n > 1: break
    C.__lt__ = lambda s, o: i
    C.__add__ = lambda s, o, p=1: (o,)
# expect: 3 False True False True
# expect: 0 [0, 2, 4]
# expect: set 0 2 4 4
# expect: (5, 4)
# expect: unsupported operand type(s) for +: 'A' and 'NoneType'
# expect: '<' not supported between instances of 'A' and 'NoneType'
# expect: unsupported operand type(s) for +=: 'A' and 'NoneType'
# expect: ('Bradd', 2, 3) ('radd', 5, 2)
# expect: enter 5
# expect: True
# expect: exit 3 None
# expect: enter 6
# expect: exit 3 <class 'ZeroDivisionError'>
# expect: 2 1 0 
# expect: eq
# expect: 4 True False False False
# expect: 2 [0, 2, 4]
# expect: set 1 2 4 5
# expect: (5, 5)
# expect: unsupported operand type(s) for +: 'A' and 'NoneType'
# expect: '<' not supported between instances of 'A' and 'NoneType'
# expect: unsupported operand type(s) for +=: 'A' and 'NoneType'
# expect: ('Bradd', 3, 3) ('radd', 5, 3)
# expect: enter 6
# expect: True
# expect: exit 3 None
# expect: enter 6
# expect: exit 3 <class 'ZeroDivisionError'>
# expect: 2 1 0 
# expect: 15 False True False True
# expect: 4 [0, 2, 4]
# expect: set 2 12 4 5
# expect: (5, 5)
# expect: unsupported operand type(s) for +: 'A' and 'NoneType'
# expect: '<' not supported between instances of 'A' and 'NoneType'
# expect: unsupported operand type(s) for +=: 'A' and 'NoneType'
# expect: ('Bradd', 4, 3) ('radd', 5, 4)
# expect: enter 6
# expect: True
# expect: exit 3 None
# expect: enter 6
# expect: exit 3 <class 'ZeroDivisionError'>
# expect: 2 1 0 
# expect: less
# expect: 16 False True False True
# expect: 6 [0, 2, 4]
# expect: set 3 12 4 5
# expect: (5, 5)
# expect: unsupported operand type(s) for +: 'A' and 'NoneType'
# expect: '<' not supported between instances of 'A' and 'NoneType'
# expect: unsupported operand type(s) for +=: 'A' and 'NoneType'
# expect: ('Bradd', 5, 3) ('radd', 5, 5)
# expect: enter 6
# expect: True
# expect: exit 3 None
# expect: enter 6
# expect: exit 3 <class 'ZeroDivisionError'>
# expect: 2 1 0 
# expect: less
# expect: IE 6
# expect: no attribute
# expect: [] 2 [0]
# expect: (0,)
# expect: 1 1 [1]
# expect: (1,)
# expect: 2 1 [2]
# expect: (2,)
