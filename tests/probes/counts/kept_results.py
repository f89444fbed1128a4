# Counts and identities of what itertools and functools keep: result tuples that are filled again, cached keys and results.
import gc
import itertools
import sys
from functools import lru_cache, partial


class Box:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


count = sys.getrefcount


def answers(label, iterator):
    first = next(iterator)
    print(label, "first", count(first))
    at = id(first)
    second = next(iterator)
    print(label, "held", second is first, count(first), count(second))
    del first
    third = next(iterator)
    print(label, "third", id(third) == at, count(second), count(third))
    del second, third
    at = id(next(iterator))
    print(label, "not held", id(next(iterator)) == at, id(next(iterator)) == at)


L = [1, 2, 3, 4]
answers("zip", zip(L * 2, L * 2))
answers("product", itertools.product(L, L))
answers("permutations", itertools.permutations(L))
answers("combinations", itertools.combinations(L, 2))
answers("with replacement", itertools.combinations_with_replacement(L, 2))
answers("zip_longest", itertools.zip_longest(L * 2, L))
answers("enumerate", enumerate(L * 2))
print("collected", len({id(pair) for pair in itertools.combinations(L, 2)}))
print("listed", len({id(pair) for pair in list(itertools.combinations(L, 2))}))

T = tuple(L)
print("pools", count(T))
kept = [itertools.product(T, T), itertools.permutations(T), itertools.combinations(T, 2)]
print("pools", count(T))
del kept
print("pools", count(T))

box = Box("teed")
a, b, c = itertools.tee([box, 1], 3)
print("tee", count(box))
print(next(a) is box, count(box))
print(next(b) is box, next(c) is box, count(box))
print([type(x).__name__ for x in gc.get_referents(a) if not isinstance(x, type)])
del box, a
print("two left")
del b, c
print("none left")
a, b = itertools.tee(iter(range(200)))
for _ in range(120):
    next(a)
print("far apart", next(b), next(a), sum(1 for _ in b), sum(1 for _ in a))
print("copies", type(a.__copy__()) is type(a), itertools.tee(a)[0] is a)

longest = itertools.zip_longest([Box("short")], [1, 2, 3], fillvalue=Box("filling"))
print(next(longest)[1])
print(next(longest)[1])
del longest
print("end of zip_longest")


@lru_cache(maxsize=2)
def cached(key, other=0):
    return [count(key)]


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        print("hash", self.name)
        return hash(self.name)

    def __eq__(self, other):
        print("eq", self.name, other.name)
        return self.name == other.name


keys = [Key(name) for name in "abc"]
for key in keys:
    result = cached(key)
    print("count", count(key), count(result), result)
print("counts", [count(key) for key in keys], cached.cache_info())
again = cached(keys[1])
print("again", count(again), cached.cache_info())
cached(Key("b"))
print("an equal one", [count(key) for key in keys])
cached(keys[0])
print("counts", [count(key) for key in keys], cached.cache_info())
print(sum(any(x is key for key in keys) for x in gc.get_referents(cached)))
cached.cache_clear()
print("cleared", [count(key) for key in keys], cached.cache_info())
pair = (1000, 2000)
cached(*pair)
print("arguments", count(pair))


@lru_cache(maxsize=None)
def keeper(n):
    return Box(n)


keeper(1), keeper(2)
print("kept")
keeper.cache_clear()
print("cleared")


@lru_cache(maxsize=1)
def recursive(n):
    return Box(n) if n == 0 else (recursive(n - 1), n)


print("recursive", recursive(3)[1], recursive.cache_info())
print("recursive", recursive(1)[1], recursive.cache_info())
cycle = lru_cache(3)(lambda x: cycle)
cycle(1), cycle(2)
cycle.box = Box("of a cycle")
del cycle
print("cycle", gc.collect() > 0)

words = {"sep": "-"}
p = partial(print, "a", **words)
print("partial", count(p.keywords), count(p.args), p.keywords is words)
q = partial(p)
print("of partial", q.args is p.args, q.keywords is p.keywords, count(q.args))
