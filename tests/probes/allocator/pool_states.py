# Which pool the next block comes from: a full pool that gets a block back goes to the front.
import gc


def make(n):
    return [bytes(399) for i in range(n)]


gc.collect()
for pool_size in (4096, 16384):
    items = make(400)
    pools = []
    for item in items:
        pool = id(item) // pool_size
        if pool not in pools:
            pools.append(pool)
    by_pool = {pool: [i for i, item in enumerate(items) if id(item) // pool_size == pool] for pool in pools}
    # Whole pools in the middle, so that what lay there before does not matter.
    chosen = [pool for pool in pools if len(by_pool[pool]) == (pool_size - 48) // 432][1:4]
    ids = [id(item) for item in items]
    for pool in chosen:
        items[by_pool[pool][0]] = None
    new = make(3)
    print("one of each freed", [chosen.index(id(item) // pool_size) if id(item) // pool_size in chosen else None for item in new])
    for item in new:
        items.append(item)
    new = None
    for pool in chosen[:2]:
        for i in by_pool[pool]:
            items[i] = None
    for item in list(items[-3:]):
        pass
    more = make(4)
    print("reused", [id(item) in ids for item in more])
    items = more = item = None
