"""Calls of native functions and methods with little work in each: sets, dicts, iterators, conversions."""
from collections import Counter, defaultdict, deque
from functools import reduce
from itertools import chain, combinations, islice, product
from operator import add


def sets(n):
    a, b, total = set(range(0, 120, 2)), set(range(0, 120, 3)), 0
    for i in range(n):
        total += len(a | b) + len(a & b) + len(a - b) + (i in a) + (a <= b)
        total += len(set(range(i % 50))) + len({x % 7 for x in range(30)})
    return total


def dicts(n):
    total, base = 0, {f"key{i}": i for i in range(20)}
    for i in range(n):
        copy = dict(base)
        copy.update(extra=i)
        copy.setdefault("more", i)
        total += copy.pop("key3") + copy.get("none", 1) + len({**copy}) + len(list(copy.items()))
        for key, value in copy.items():
            total += value
    return total


def iterators(n):
    numbers, total = list(range(40)), 0
    for _ in range(n):
        total += sum(numbers) + max(numbers) + min(numbers) + reduce(add, numbers) + sum(map(abs, numbers))
        for i, (x, y) in enumerate(zip(numbers, reversed(numbers))):
            total += i + x - y
        for x in islice(chain(numbers, numbers), 50):
            total += x
        total += len(list(product(range(5), range(5)))) + len(list(combinations(range(6), 2)))
        total += any(x > 38 for x in numbers) + all(numbers)
    return total


def conversions(n):
    total = 0
    for i in range(n):
        total += int(str(i)) + len(hex(i)) + len(repr(i / 3)) + int(float("1.5")) + ord(chr(65 + i % 26)) + len(f"{i:>8}|{i / 3:.2f}")
        total += isinstance(i, (str, int)) + len(str(bool(i))) + divmod(i, 7)[1] + abs(-i) + pow(2, 3) + round(2.567, 1).is_integer()
    return total


def collections(n):
    counts, groups, queue = Counter(), defaultdict(list), deque(maxlen=50)
    for i in range(n):
        counts[i % 10] += 1
        groups[i % 7].append(i)
        queue.append(i)
    return counts.most_common(2), len(groups[3]), sum(queue), sum(Counter("abracadabra" * 200).values())


print(sets(12_000), dicts(20_000), iterators(8_000), conversions(100_000), collections(400_000))
