# Items are all taken out before a local is written, and none is written where their number is wrong.
import sys
def f(d):
    for k, v in d.items(): print(k, v)
    a, b, c = [1,2,3]
    print(a,b,c)
    a, b, c = (x for x in 'xyz')
    print(a,b,c)
    try: a, b, c = 1, 2
    except ValueError as e: print(e, a, b, c)
    try: a, b, c = [1, 2, 3, 4]
    except ValueError as e: print(e, a, b, c)
    try: a, b, c = 5
    except TypeError as e: print(e, a, b, c)
    class D:
        def __init__(s,n): s.n=n
        def __del__(s): print('del', s.n, L); L.clear()
    L=[D(1),D(2)]
    p, q = L
    L2=[3,4]
    L[:]=[7,8]
    p, q = L
    print(p,q,L)
    t=(D(5),D(6)); m, n = t; del t
    m, n = (1,2)
    x, (y, z) = 1, (2, 3)
    print(x,y,z)
    for i, (j, w) in enumerate([(1,2),(3,4)]): print(i,j,w)
    del y
    try: y
    except UnboundLocalError as e: print(e)
    x, y = 1000, 2000
    print(x,y, sys.getrefcount(x))
    (r,
     s) = (1, 2)
    print(r,s)
f({1:2,3:4})
# expect: 1 2
# expect: 3 4
# expect: 1 2 3
# expect: x y z
# expect: not enough values to unpack (expected 3, got 2) x y z
# expect: too many values to unpack (expected 3) x y z
# expect: cannot unpack non-iterable int object x y z
# expect: del 1 [7, 8]
# expect: del 2 []
# expect: 7 8 []
# expect: del 5 []
# expect: del 6 []
# expect: 1 2 3
# expect: 0 1 2
# expect: 1 3 4
# expect: cannot access local variable 'y' where it is not associated with a value
# expect: 1000 2000 5
# expect: 1 2
