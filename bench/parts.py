"""Small operations, each a function, timed one by one: `bench/run.py --parts` compares two interpreters.

    pyglass bench/parts.py rounds [name ...]

prints the name and the best time of each in seconds.
"""

import sys
import time

PARTS = []


def part(function):
    PARTS.append(function)
    return function


@part
def fib():

    def fib(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2)
    fib(22)


@part
def kwcalls():

    def f(a, b=2, *, c=3):
        return a + b + c
    for i in range(40000):
        f(i, b=3, c=4)


@part
def starargs():

    def f(*a, **k):
        return len(a)
    t = (1, 2, 3)
    for i in range(40000):
        f(*t)
        f(1, x=2)


@part
def defaults():

    def f(a, b=2, c=3):
        return a
    for i in range(60000):
        f(i)


@part
def intloop():
    s = 0
    for i in range(100000):
        s += i * i % 7


@part
def whileloop():
    i = 0
    while i < 100000:
        i += 1


@part
def bits():
    x = 0
    for i in range(100000):
        x ^= i << 3 & 255 | i >> 2


@part
def bigmod():
    x = 1
    for i in range(20000):
        x = x * 6364136223846793005 + 1442695040888963407 & 18446744073709551615


@part
def pow3():
    for i in range(30000):
        pow(3, i % 50, 1000007)


@part
def factorial():
    r = 1
    for i in range(1, 800):
        r *= i


@part
def fibbig():
    a, b = (0, 1)
    for i in range(4000):
        a, b = (b, a + b)


@part
def strint():
    for i in range(40000):
        int(str(i))


@part
def bigstr():
    x = 3 ** 2000
    for i in range(20):
        str(x)


@part
def floats():
    x = 0.0
    for i in range(100000):
        x = x * 0.5 + i / 3.0 - 1.5


@part
def floatfn():
    import math
    s = 0.0
    for i in range(50000):
        s += math.sqrt(i) * math.sin(i)


@part
def attr():

    class P:

        def __init__(self):
            self.x = 1
            self.y = 2
    p = P()
    for i in range(60000):
        p.x = p.x + p.y


@part
def slots():

    class P:
        __slots__ = ('x', 'y')

        def __init__(self):
            self.x = 1
            self.y = 2
    p = P()
    for i in range(60000):
        p.x = p.x + p.y


@part
def method():

    class P:

        def __init__(self):
            self.x = 1

        def inc(self, n):
            self.x += n
            return self
    p = P()
    for i in range(50000):
        p.inc(1).inc(2)


@part
def prop():

    class P:

        @property
        def a(self):
            return 1
    p = P()
    for i in range(60000):
        p.a


@part
def supercall():

    class A:

        def f(self, x):
            return x

    class B(A):

        def f(self, x):
            return super().f(x) + 1
    b = B()
    for i in range(30000):
        b.f(i)


@part
def staticcls():

    class A:
        n = 0

        @staticmethod
        def s(x):
            return x

        @classmethod
        def c(cls, x):
            return x
    for i in range(40000):
        A.s(i)
        A.c(i)


@part
def classattr():

    class A:
        n = 0
    for i in range(60000):
        A.n += 1


@part
def create():

    class P:

        def __init__(self, x, y):
            self.x = x
            self.y = y
    for i in range(50000):
        P(i, i)


@part
def createlist():

    class P:

        def __init__(self, x, y):
            self.x = x
            self.y = y
    l = [P(i, i) for i in range(40000)]


@part
def createslots():

    class P:
        __slots__ = ('x', 'y')

        def __init__(self, x, y):
            self.x = x
            self.y = y
    l = [P(i, i) for i in range(40000)]


@part
def linked():

    class N:

        def __init__(self, v, n):
            self.v = v
            self.n = n
    h = None
    for i in range(40000):
        h = N(i, h)
    s = 0
    while h:
        s += h.v
        h = h.n


@part
def tree():

    class T:

        def __init__(s, v):
            s.l = s.r = None
            s.v = v

        def ins(s, v):
            while True:
                if v < s.v:
                    if s.l is None:
                        s.l = T(v)
                        return
                    s = s.l
                else:
                    if s.r is None:
                        s.r = T(v)
                        return
                    s = s.r
    import random
    random.seed(1)
    t = T(500)
    for i in range(4000):
        t.ins(random.randrange(10000))


@part
def opover():

    class V:

        def __init__(self, x):
            self.x = x

        def __add__(self, o):
            return V(self.x + o.x)

        def __eq__(self, o):
            return self.x == o.x

        def __lt__(self, o):
            return self.x < o.x
    v = V(1)
    a = V(0)
    for i in range(25000):
        a = a + v
        a == v
        a < v


@part
def getitemdunder():

    class S:

        def __init__(self):
            self.d = list(range(10))

        def __getitem__(self, i):
            return self.d[i]

        def __len__(self):
            return 10
    s = S()
    for i in range(40000):
        s[i % 10]
        len(s)


@part
def iterdunder():

    class C:

        def __init__(self, n):
            self.n = n

        def __iter__(self):
            return self

        def __next__(self):
            if self.n <= 0:
                raise StopIteration
            self.n -= 1
            return self.n
    for x in C(50000):
        pass


@part
def callable_():

    class C:

        def __call__(self, x):
            return x
    c = C()
    for i in range(60000):
        c(i)


@part
def closure():

    def mk():
        n = 0

        def inc():
            nonlocal n
            n += 1
            return n
        return inc
    f = mk()
    for i in range(60000):
        f()


@part
def lambdas():
    f = lambda x: x + 1
    list(map(f, range(40000)))
    list(filter(lambda x: x % 2, range(40000)))


@part
def sortkey():
    l = [i * 7919 % 10007 for i in range(10000)]
    sorted(l, key=lambda x: -x)
    sorted(l)
    l.sort(reverse=True)


@part
def sortstr():
    l = [str(i * 7919 % 10007) for i in range(10000)]
    sorted(l)
    sorted(l, key=len)


@part
def sorttup():
    l = [(i * 7919 % 107, str(i)) for i in range(5000)]
    sorted(l)


@part
def listappend():
    l = []
    for i in range(80000):
        l.append(i)


@part
def listcomp():
    for _ in range(5):
        [i * 2 for i in range(20000) if i % 3]


@part
def listindex():
    l = list(range(1000))
    s = 0
    for i in range(60000):
        s += l[i % 1000]
        l[i % 1000] = i


@part
def listpop():
    l = list(range(50000))
    while l:
        l.pop()


@part
def listinsert():
    l = []
    for i in range(3000):
        l.insert(0, i)
    while l:
        l.pop(0)


@part
def listslice():
    l = list(range(100))
    for i in range(20000):
        l[10:50]
        l[::2]


@part
def listcat():
    for i in range(20000):
        [1, 2, 3] + [4, 5]
        [0] * 10


@part
def listin():
    l = list(range(100))
    for i in range(5000):
        i % 150 in l


@part
def matrix():
    n = 25
    a = [[i * j for j in range(n)] for i in range(n)]
    r = [[sum((a[i][k] * a[k][j] for k in range(n))) for j in range(n)] for i in range(n)]


@part
def matrix2():
    n = 30
    a = [[i * j for j in range(n)] for i in range(n)]
    r = [[0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            s = 0
            for k in range(n):
                s += a[i][k] * a[k][j]
            r[i][j] = s


@part
def sieve():
    n = 60000
    s = [True] * n
    for i in range(2, 250):
        if s[i]:
            for j in range(i * i, n, i):
                s[j] = False
    sum(s)


@part
def sieveslice():
    n = 200000
    s = bytearray([1]) * n
    for i in range(2, 450):
        if s[i]:
            s[i * i::i] = bytes(len(range(i * i, n, i)))


@part
def dictset():
    d = {}
    for i in range(50000):
        d[i] = i


@part
def dictget():
    d = {i: i for i in range(1000)}
    for i in range(60000):
        d[i % 1000]
        d.get(i)


@part
def dictstr():
    d = {}
    for i in range(30000):
        d['k%d' % (i % 1000)] = i


@part
def wordcount():
    words = 'the quick brown fox jumps over the lazy dog'.split() * 1000
    d = {}
    for w in words:
        d[w] = d.get(w, 0) + 1
    for w in words:
        if w in d:
            d[w] += 1
        else:
            d[w] = 1


@part
def counter():
    from collections import Counter
    words = 'the quick brown fox jumps over the lazy dog'.split() * 3000
    Counter(words).most_common(3)


@part
def defdict():
    from collections import defaultdict
    d = defaultdict(list)
    for i in range(40000):
        d[i % 100].append(i)


@part
def dictiter():
    d = {i: i for i in range(5000)}
    for _ in range(8):
        for k, v in d.items():
            k + v
        for k in d:
            pass
        sum(d.values())


@part
def dictcomp():
    for _ in range(5):
        {i: i * 2 for i in range(5000)}


@part
def dictmerge():
    a = {i: i for i in range(100)}
    for i in range(2000):
        {**a, 'x': 1}
        dict(a)
        a | a


@part
def setops():
    a = set(range(1000))
    b = set(range(500, 1500))
    for i in range(150):
        a | b
        a & b
        a - b
        a ^ b


@part
def setadd():
    s = set()
    for i in range(60000):
        s.add(i % 5000)
        i in s


@part
def tuples():
    for i in range(60000):
        t = (i, i + 1)
        a, b = t


@part
def tupkeys():
    d = {}
    for i in range(30000):
        d[i % 100, i % 7] = i


@part
def namedtup():
    from collections import namedtuple
    P = namedtuple('P', 'x y')
    for i in range(20000):
        p = P(i, 2)
        p.x + p.y


@part
def deque_():
    from collections import deque
    d = deque()
    for i in range(40000):
        d.append(i)
    while d:
        d.popleft()


@part
def concat():
    s = ''
    for i in range(40000):
        s += 'x'


@part
def joins():
    for _ in range(8):
        ''.join([str(i) for i in range(5000)])


@part
def fstr():
    for i in range(30000):
        f'{i}:{i * 2:>5} {i!r}'


@part
def percent():
    for i in range(30000):
        '%d %s %5.2f' % (i, 'a', 1.5)


@part
def format_():
    for i in range(20000):
        '{} {:>5} {x}'.format(i, i, x=3)


@part
def strmeth():
    s = 'Hello World foo bar'
    for i in range(15000):
        s.upper()
        s.split()
        s.replace('o', '0')
        s.find('foo')
        s.startswith('He')
        s.strip()


@part
def striter():
    s = 'abcdefghij' * 1000
    n = 0
    for c in s * 3:
        if c == 'a':
            n += 1


@part
def strindex():
    s = 'abcdefghij' * 100
    for i in range(50000):
        s[i % 1000]


@part
def strrev():
    s = 'abcdefghij' * 10
    for i in range(20000):
        s[::-1]
        s[2:50]


@part
def strcmp():
    a = 'hello world'
    b = 'hello worle'
    for i in range(60000):
        a < b
        a == b


@part
def ords():
    for i in range(50000):
        chr(ord('a') + i % 26)


@part
def bytesw():
    b = bytearray()
    for i in range(50000):
        b.append(i & 255)
    sum(b)


@part
def gens():

    def g(n):
        for i in range(n):
            yield i
    for x in g(60000):
        pass


@part
def genexp():
    sum((i * i for i in range(60000)))


@part
def gensend():

    def g():
        t = 0
        while True:
            t += (yield t)
    x = g()
    next(x)
    for i in range(40000):
        x.send(i)


@part
def yieldfrom():

    def a(n):
        yield from range(n)

    def b(n):
        yield from a(n)
    for x in b(50000):
        pass


@part
def gentree():

    def walk(n):
        if n:
            yield from walk(n - 1)
            yield n
            yield from walk(n - 1)
    for x in walk(11):
        pass


@part
def pipeline():

    def ints(n):
        i = 0
        while i < n:
            yield i
            i += 1

    def sq(it):
        for x in it:
            yield (x * x)

    def ev(it):
        for x in it:
            if x % 2 == 0:
                yield x
    sum(ev(sq(ints(25000))))


@part
def coro():

    async def f(x):
        return x

    async def main():
        for i in range(20000):
            await f(i)
    try:
        main().send(None)
    except StopIteration:
        pass


@part
def tryok():
    for i in range(100000):
        try:
            i + 1
        except ValueError:
            pass


@part
def raises():
    for i in range(25000):
        try:
            raise ValueError(i)
        except ValueError as e:
            pass


@part
def raisedeep():

    def f(n):
        if n == 0:
            raise KeyError('x')
        f(n - 1)
    for i in range(4000):
        try:
            f(5)
        except KeyError:
            pass


@part
def keyerr():
    d = {}
    for i in range(25000):
        try:
            d[i]
        except KeyError:
            pass


@part
def finally_():
    for i in range(60000):
        try:
            pass
        finally:
            i


@part
def withs():

    class C:

        def __enter__(self):
            return self

        def __exit__(self, *a):
            pass
    c = C()
    for i in range(30000):
        with c:
            pass


@part
def ctxgen():
    from contextlib import contextmanager

    @contextmanager
    def cm():
        yield 1
    for i in range(6000):
        with cm():
            pass


@part
def isinst():
    for i in range(60000):
        isinstance(i, int)
        isinstance(i, (str, float))


@part
def builtins_():
    l = [3, 1, 2]
    for i in range(30000):
        len(l)
        max(l)
        min(1, 2)
        abs(-i)
        sum(l)


@part
def zipenum():
    a = list(range(1000))
    for _ in range(30):
        for i, (x, y) in enumerate(zip(a, a)):
            pass


@part
def itools():
    import itertools
    for _ in range(4):
        for x in itertools.chain(range(5000), range(5000)):
            pass
        for x in itertools.product(range(50), range(50)):
            pass
        list(itertools.combinations(range(20), 3))
        list(itertools.permutations(range(6)))
        list(itertools.accumulate(range(5000)))
        list(itertools.islice(itertools.count(), 5000))


@part
def groupby():
    import itertools
    for _ in range(4):
        for k, g in itertools.groupby(range(5000), lambda x: x // 10):
            list(g)


@part
def lru():
    from functools import lru_cache

    @lru_cache(None)
    def f(n):
        return n if n < 2 else f(n - 1) + f(n - 2)
    for i in range(100):
        f(i)
    for i in range(40000):
        f(50)


@part
def reduce_():
    from functools import reduce
    reduce(lambda a, b: a + b, range(50000))


@part
def partial_():
    from functools import partial
    f = partial(pow, 2)
    for i in range(40000):
        f(3)


@part
def heapq_():
    import heapq
    h = []
    for i in range(15000):
        heapq.heappush(h, i * 7919 % 10007)
    while h:
        heapq.heappop(h)


@part
def bisect_():
    import bisect
    l = []
    for i in range(10000):
        bisect.insort(l, i * 7919 % 10007)


@part
def random_():
    import random
    random.seed(2)
    for i in range(20000):
        random.random()
        random.randint(1, 100)
    l = list(range(1000))
    random.shuffle(l)
    random.choice(l)
    random.sample(l, 10)


@part
def jsonw():
    import json
    d = {'a': [1, 2, 3, {'b': None, 'c': True}], 'x': 'héllo', 'f': 1.5}
    for i in range(1500):
        json.loads(json.dumps(d))


@part
def regex():
    import re
    p = re.compile('(\\w+)@(\\w+)\\.com')
    for i in range(1500):
        p.search('hello foo@bar.com baz')
        re.sub('o', '0', 'foo boo')
        re.findall('\\d+', 'a1b22c333')


@part
def copy_():
    import copy
    d = {'a': [1, 2, [3]], 'b': (1, 2)}
    for i in range(1500):
        copy.deepcopy(d)
        copy.copy(d)


@part
def dataclass_():
    from dataclasses import dataclass

    @dataclass
    class P:
        x: int
        y: int = 0
    for i in range(15000):
        p = P(i)
        p == P(i, 1)


@part
def enum_():
    from enum import Enum

    class C(Enum):
        A = 1
        B = 2
    for i in range(20000):
        C.A is C.B
        C.A.value
        C(1)


@part
def match_():

    def f(x):
        match x:
            case 0:
                return 1
            case [a, b]:
                return a
            case {'k': v}:
                return v
            case str():
                return 2
            case _:
                return 3
    for i in range(15000):
        f(0)
        f([1, 2])
        f({'k': 1})
        f('s')
        f(1.5)


@part
def globalvar():
    global G
    G = 0
    for i in range(80000):
        G += 1


@part
def cmpchain():
    for i in range(60000):
        0 <= i < 1000 and i != 5 or i == 7


@part
def nestedloop():
    c = 0
    for i in range(300):
        for j in range(300):
            if i != j:
                c += 1


@part
def collatz():
    m = 0
    for i in range(1, 1500):
        n = i
        c = 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            c += 1
        if c > m:
            m = c


@part
def queens():

    def solve(n, row=0, cols=(), d1=(), d2=()):
        if row == n:
            return 1
        t = 0
        for c in range(n):
            if c not in cols and row + c not in d1 and (row - c not in d2):
                t += solve(n, row + 1, cols + (c,), d1 + (row + c,), d2 + (row - c,))
        return t
    solve(6)


@part
def mandel():
    for y in range(20):
        for x in range(30):
            c = complex(x / 15 - 1.5, y / 10 - 1)
            z = 0
            for i in range(30):
                if abs(z) > 2:
                    break
                z = z * z + c


@part
def gcd_():

    def gcd(a, b):
        while b:
            a, b = (b, a % b)
        return a
    for i in range(8000):
        gcd(i * 37, 1001)


@part
def hanoi():

    def h(n, a, b, c):
        if n:
            h(n - 1, a, c, b)
            h(n - 1, c, b, a)
    h(14, 1, 2, 3)


@part
def weak():
    import weakref

    class A:
        pass
    a = A()
    for i in range(30000):
        weakref.ref(a)()


@part
def cycles():

    class A:
        pass
    for i in range(15000):
        a = A()
        a.me = a


@part
def cyclecollect():
    import gc

    class A:
        pass
    for i in range(20):
        for j in range(300):
            a = A()
            b = A()
            a.b = b
            b.a = a
        gc.collect()


@part
def getattr_():

    class A:

        def __getattr__(self, n):
            return 1
    a = A()
    for i in range(25000):
        a.foo
        getattr(a, 'bar')
        hasattr(a, 'x')


@part
def setattr_():

    class A:
        pass
    a = A()
    for i in range(40000):
        setattr(a, 'x', i)


@part
def print_():
    import io
    o = io.StringIO()
    for i in range(20000):
        print(i, 'x', file=o)


@part
def dictsub():

    class D(dict):

        def __missing__(self, k):
            return 0
    d = D()
    for i in range(40000):
        d[i % 50]
        d['a'] = i


@part
def listsub():

    class L(list):
        pass
    l = L()
    for i in range(40000):
        l.append(i)
        l[0]


@part
def execs():
    for i in range(300):
        exec('x=1\nfor i in range(3): x+=i')


@part
def evals():
    for i in range(800):
        eval('1+2*3')


@part
def defclass():
    for i in range(500):

        class A:
            x = 1

            def f(self):
                pass


@part
def complexs():
    z = 1 + 1j
    for i in range(50000):
        z = z * (1 + 0.0001j)


@part
def fractions_():
    from fractions import Fraction
    s = Fraction(0)
    for i in range(1, 300):
        s += Fraction(1, i)


@part
def unpackstar():
    for i in range(30000):
        a, *b = (1, 2, 3, 4)
        [*b, 5]


@part
def swap():
    a = 1
    b = 2
    for i in range(100000):
        a, b = (b, a)


@part
def divmod_():
    for i in range(50000):
        divmod(i, 7)
        i // 3
        i % 5


@part
def round_():
    for i in range(40000):
        round(i * 1.1, 2)
        int(i * 1.5)


@part
def anyall():
    l = [0] * 100
    for i in range(3000):
        any(l)
        all(l)
        any((x for x in l))


def main():
    rounds = int(sys.argv[1])
    chosen = [f for f in PARTS if not sys.argv[2:] or f.__name__ in sys.argv[2:]]
    best = {}
    for _ in range(rounds):
        for function in chosen:
            start = time.perf_counter()
            function()
            taken = time.perf_counter() - start
            best[function.__name__] = min(best.get(function.__name__, taken), taken)
    for name, seconds in best.items():
        print(name, f'{seconds:.6f}')

main()
