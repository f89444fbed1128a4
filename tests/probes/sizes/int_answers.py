# Bytes of ints that builtins answer: some make a block that is as long as the digits need.
import gc
import itertools
import math
import operator
import sys
import tracemalloc
from collections import deque

tracemalloc.start()
dq = deque(range(600), 700)
r600 = range(600)
l = [0] * 500
s = 'a' * 500
b = bytearray(500)
d = dict.fromkeys(range(600))


class C:
    def __len__(self):
        return 5000

    def __hash__(self):
        return 70000

    def __index__(self):
        return 6000

    def __length_hint__(self):
        return 400

    def __sizeof__(self):
        return 8000


c = C()


def t(label, f):
    f(), f()
    before = tracemalloc.get_traced_memory()[0]
    x = [f() for i in range(64)]
    out.append((label, (tracemalloc.get_traced_memory()[0] - before - 480) // 64))


out = []
t('', lambda: l)
t('', lambda: l)
out = []
t('getsizeof s', lambda: sys.getsizeof(s))
t('sizeof', lambda: l.__sizeof__())
t('sizeof d', lambda: d.__sizeof__())
t('sizeof o', lambda: s.__sizeof__())
t('sizeof c', lambda: sys.getsizeof(c))
t('len', lambda: len(l))
t('len c', lambda: len(c))
t('__len__', lambda: l.__len__())
t('hash', lambda: hash(c))
t('hash t', lambda: hash(()))
t('index', lambda: operator.index(c))
t('lh', lambda: operator.length_hint(c))
t('count', lambda: l.count(0))
t('index', lambda: (l + [1]).index(1))
t('find', lambda: (s + 'b').find('b'))
t('tindex', lambda: (tuple(l) + (1,)).index(1))
t('scount', lambda: s.count('a'))
t('bfind', lambda: (b + b'b').find(b'b'))
t('bcount', lambda: b.count(0))
t('id', lambda: id(l))
t('ord', lambda: ord('€'))
t('bit_length', lambda: (1 << 300).bit_length())
t('int', lambda: int('500'))
t('int', lambda: int(500.0))
t('round', lambda: round(500.3))
t('float', lambda: int(b'500'))
t('range', lambda: range(300, 301)[0])
t('range', lambda: len(range(1000)))
t('abs', lambda: abs(-500))
t('neg', lambda: -len(l))
t('sum', lambda: sum([300, 400]))
t('pow', lambda: len(l) ** 2)
t('inv', lambda: ~len(l))
t('mod', lambda: len(l) * 7 % 3333)
t('ff', lambda: int.from_bytes(b'\x01\x05', 'big'))
t('mv', lambda: memoryview(b'\x01\x05').cast('H')[0])
t('mvn', lambda: memoryview(b'\x01\x05' * 300).nbytes)
t('lim', lambda: sys.getrecursionlimit())
t('bn', lambda: bin(300))
t('int16', lambda: int('1ff', 16))
t('iterlen', lambda: iter(l).__length_hint__())
t('rng', lambda: range(500).index(400))
t('maxsize', lambda: t.__code__.co_firstlineno * 20)
t('sg', lambda: t.__code__.co_stacksize)
t('tcount', lambda: ((0,) * 600).count(0))
t('rcount', lambda: range(600).index(400))
t('rstart', lambda: range(600).stop)
t('rlen', lambda: range(600).__len__())
t('slen', lambda: s.__len__())
t('shash', lambda: C.__hash__(c))
t('rfind', lambda: (s+'b').rfind('b'))
t('sindex', lambda: (s+'b').index('b'))
t('bindex', lambda: (bytes(b)+b'b').index(b'b'))
t('bitem', lambda: bytes(b)[0])
t('dlen', lambda: d.__len__())
t('dqlen', lambda: dq.__len__())
t('dqc', lambda: dq.count(0))
t('dqi', lambda: dq.index(5))
t('dqm', lambda: dq.maxlen)
t('cnt', lambda: next(itertools.count(400)))
t('zipl', lambda: operator.length_hint(iter(l)))
t('cdiv', lambda: complex(1, 2).__hash__())
t('real', lambda: (500).real)
t('fl', lambda: (500.5).__floor__() if hasattr(float, '__floor__') else 500.5 .__int__())
t('tr', lambda: (500.5).__trunc__())
t('ic', lambda: (500).__ceil__())
t('cnum', lambda: operator.countOf(l, 0))
t('indof', lambda: operator.indexOf(r600, 500))
t('basic', lambda: C.__basicsize__)
t('dictoff', lambda: C.__weakrefoffset__)
t('ncode', lambda: t.__code__.co_flags * 300)
t('tf', lambda: tracemalloc.get_tracemalloc_memory())
t('gcd', lambda: math.gcd(600, 300))
t('fact', lambda: math.factorial(6))
t('comb', lambda: math.comb(30, 2))
t('isq', lambda: math.isqrt(90000))
t('flo', lambda: math.floor(500.5))
t('prod', lambda: math.prod([30, 20]))
t('rc', lambda: sys.getrefcount(None) and 1)
t('hex', lambda: int('0x1ff', 0))
t('max', lambda: max(range(600)))
t('iadd', lambda: sum(range(40)))
t('pw', lambda: pow(7, 5, 1000))
t('pb', lambda: (300).__add__(300))
t('bo', lambda: True + 500)
t('rs', lambda: 'a'.join(['']*400).__len__())
for l in out: print(*l)
