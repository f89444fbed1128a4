# Tuples, lists and sets from iterators of many kinds, str += in place.
import sys
from random import Random


class Hint:
    def __init__(self, n, hint):
        self.n, self.hint = n, hint

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n

    def __length_hint__(self):
        return self.hint


class Old:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError
        return i


rng = Random(7)
for step in range(100):
    n = rng.choice((0, 1, 2, 3, 7, 10, 30, 100, 500)) + rng.randrange(20)
    hint = max(0, n + rng.randrange(-20, 20))
    print(n, hint, [sys.getsizeof(x) for x in (
        list(Hint(n, hint)), tuple(Hint(n, hint)), set(Hint(n, hint)), bytearray(Hint(min(n, 250), hint)),
        list(Old(n)), tuple(Old(n)), list(map(int, range(n))), list(filter(None, range(n))), list(zip(range(n), range(n + 5))),
        list(enumerate(range(n))), list(reversed(range(n))), list(reversed([0] * n)), list(dict.fromkeys(range(n))), list({x: 1 for x in range(n)}.items()),
        sorted(Hint(n, hint)), sorted(range(n)), [*range(n), *Hint(n, hint)], [*Hint(n, hint), 5], (*range(n), 1), {*range(n), 5},
        [x for x in Hint(n, hint)], list(str(10 ** n)), list(bytes(n)), list(set(range(n))), list(iter(Old(n))), str(n).join(map(str, range(n))).split('1'),
        list(range(n)) + [0], [0] * n, list(iter([1, 2, 0, 3].__iter__().__next__, 0)))])

for seed in range(4):
    rng = Random(seed)
    s = ''
    out = []
    for step in range(300):
        op = rng.randrange(8)
        k = rng.choice((1, 2, 3, 10, 100, 600))
        if op < 3: s += 'a' * k
        elif op == 3: s += 'é' * k
        elif op == 4: s += '€' if k > 100 else 'b'
        elif op == 5: s = s[:rng.randrange(len(s) + 1)]
        elif op == 6: s = s.replace('a', 'b', k)
        elif op == 7: s.encode() if k == 1 else hash(s)
        if len(s) > 5000: s = s[-40:]
        out.append(sys.getsizeof(s))
    for at in range(0, 300, 50):
        print(seed, at, out[at:at + 50])
