# Sizes and blocks of the objects of itertools and functools.
import gc
import sys
import tracemalloc


def blocks(label, make, *args):
    """What getsizeof says, and the sizes of the blocks that stay."""
    make(*args)
    gc.collect()
    tracemalloc.start()
    before = sys.getallocatedblocks()
    kept = make(*args)
    count = sys.getallocatedblocks() - before
    traces = tracemalloc.take_snapshot().traces
    tracemalloc.stop()
    sizes = sorted(t.size for t in traces if t.traceback[0].filename == __file__)
    print(label, sys.getsizeof(kept), count, sizes)


import functools
import itertools

L = [1, 2, 3]


def used(iterator, times=1):
    for _ in range(times):
        next(iterator)
    return iterator


def finished(iterator):
    for _ in iterator:
        pass
    return iterator


blocks("count", itertools.count)
blocks("count(1000)", itertools.count, 1000)
blocks("count big", itertools.count, 1 << 70)
blocks("count step", itertools.count, 1, 2)
blocks("count float", itertools.count, 1.5)
blocks("count begun", lambda: used(itertools.count(1000)))
blocks("cycle", itertools.cycle, L)
blocks("cycle begun", lambda: used(itertools.cycle(L), 2))
blocks("cycle round", lambda: used(itertools.cycle(L), 5))
blocks("repeat", itertools.repeat, 1)
blocks("repeat times", itertools.repeat, 1, 1000)
blocks("accumulate", itertools.accumulate, L)
blocks("accumulate begun", lambda: used(itertools.accumulate([1000, 2000, 3000]), 2))
blocks("accumulate initial", lambda: itertools.accumulate(L, initial=5))
blocks("chain", itertools.chain, L, L)
blocks("chain begun", lambda: used(itertools.chain(L, L), 4))
blocks("from_iterable", itertools.chain.from_iterable, [L, L])
blocks("compress", itertools.compress, L, L)
blocks("dropwhile", itertools.dropwhile, bool, L)
blocks("takewhile", itertools.takewhile, bool, L)
blocks("filterfalse", itertools.filterfalse, None, L)
blocks("groupby", itertools.groupby, L)
blocks("groupby key", itertools.groupby, L, str)
blocks("groupby begun", lambda: used(itertools.groupby(L)))
blocks("groupby group", lambda: next(itertools.groupby(L))[1])
blocks("islice", itertools.islice, L, 2)
blocks("islice 3", itertools.islice, L, 0, 3, 2)
blocks("starmap", itertools.starmap, pow, [(1, 2)])
blocks("tee", itertools.tee, L)
blocks("tee 3", itertools.tee, L, 3)
blocks("tee 0", itertools.tee, L, 0)
blocks("tee begun", lambda: [used(t) for t in itertools.tee(L)])
blocks("zip_longest", itertools.zip_longest, L, L)
blocks("zip_longest begun", lambda: used(itertools.zip_longest(L, L)))
blocks("product", itertools.product, L, L)
blocks("product begun", lambda: used(itertools.product(L, L)))
blocks("product repeat", lambda: itertools.product(L, repeat=3))
blocks("product finished", lambda: finished(itertools.product(L, L)))
blocks("permutations", itertools.permutations, L)
blocks("permutations 2", itertools.permutations, L, 2)
blocks("permutations begun", lambda: used(itertools.permutations(L)))
blocks("combinations", itertools.combinations, L, 2)
blocks("combinations begun", lambda: used(itertools.combinations(L, 2)))
blocks("combinations_with", itertools.combinations_with_replacement, L, 2)
blocks("combinations_with begun", lambda: used(itertools.combinations_with_replacement(L, 2)))


def function(a=1, b=2):
    return a


P = functools.partial(function, 1)
blocks("partial", functools.partial, function)
blocks("partial args", functools.partial, function, 1)
blocks("partial args 3", functools.partial, function, 1, 2, 3)
blocks("partial keywords", lambda: functools.partial(function, b=1))
blocks("partial both", lambda: functools.partial(function, 1, b=1))
blocks("partial of partial", functools.partial, P)
blocks("partial of partial args", functools.partial, P, 2)
blocks("cmp_to_key", functools.cmp_to_key, function)
blocks("cmp_to_key key", functools.cmp_to_key(function), 5)


def cached(maxsize, calls, typed=False):
    wrapper = functools.lru_cache(maxsize=maxsize, typed=typed)(function)
    for args in calls:
        wrapper(*args)
    return wrapper


blocks("lru_cache", cached, 3, [])
blocks("lru_cache none", cached, None, [])
blocks("lru_cache 0", cached, 0, [(1,), (2,)])
blocks("lru_cache one", cached, 3, [(1,)])
blocks("lru_cache one str", cached, 3, [("a",)])
blocks("lru_cache two", cached, 3, [(1,), (2,)])
blocks("lru_cache two args", cached, 3, [(1, 2)])
blocks("lru_cache no args", cached, 3, [()])
blocks("lru_cache full", cached, 3, [(1,), (2,), (3,)])
blocks("lru_cache over", cached, 3, [(1,), (2,), (3,), (4,), (5,)])
blocks("lru_cache unbounded", cached, None, [(1,), (2,), (3, 4)])
blocks("lru_cache typed", cached, 3, [(1,), (2,)], True)
blocks("cache_info", cached(3, [(1,)]).cache_info)
