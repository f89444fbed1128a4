# Bytes that operators on small ints ask for.
import tracemalloc
tracemalloc.start()
a = 500; n = 64
def m(label, f):
    f()
    b = tracemalloc.get_traced_memory()[0]
    x = f()
    r = tracemalloc.get_traced_memory()[0] - b
    out.append((label, (r - 568) // 64))
out = []
for i in range(3):
    m('and', lambda: [a & 508 for i in range(n)])
    m('or', lambda: [a | 1 for i in range(n)])
    m('xor', lambda: [a ^ 1 for i in range(n)])
    m('shl', lambda: [a << 2 for i in range(n)])
    m('shr', lambda: [(a << 2) >> 1 for i in range(n)])
    m('fl', lambda: [a * 7 // 3 for i in range(n)])
    m('mod', lambda: [a * 7 % 3333 for i in range(n)])
    m('inv', lambda: [~a for i in range(n)])
    m('neg', lambda: [-a for i in range(n)])
    m('and2', lambda: [a & a for i in range(n)])
    m('andneg', lambda: [a & -1 for i in range(n)])
    m('shl20', lambda: [a << 20 for i in range(n)])
    m('shl29', lambda: [a << 29 for i in range(n)])
    m('shl30', lambda: [a << 30 for i in range(n)])
    m('shr', lambda: [a << 30 >> 30 for i in range(n)])
    m('nshl', lambda: [-a << 3 for i in range(n)])
    m('nshr', lambda: [-a * 3 >> 1 for i in range(n)])
    m('divmod', lambda: [divmod(a * 300, 301) for i in range(n)])
    m('nfl', lambda: [-a * 7 // 3 for i in range(n)])
    m('add', lambda: [a + 3 for i in range(n)])
    m('big-', lambda: [(a << 30) - (a << 30) + 300 for i in range(n)])
    m('pow', lambda: [a ** 2 for i in range(n)])
    m('true', lambda: [a // 1 for i in range(n)])
for x in out: print(*x)
