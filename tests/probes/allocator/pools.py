# Where blocks lie: distances inside a pool, blocks of a pool, the order in which freed ones are taken again.
import gc


def addresses(length, n):
    """n bytes objects that need blocks of this many bytes."""
    return [bytes(length - 33) for i in range(n)]


def runs(ids):
    """How often each distance between neighbours occurs, small ones only."""
    counts = {}
    for a, b in zip(ids, ids[1:]):
        distance = b - a
        if 0 < distance < 2048:
            counts[distance] = counts.get(distance, 0) + 1
    return max(counts, key=counts.get)


gc.collect()
for size in (48, 64, 80, 112, 128, 160, 256, 320, 384, 496, 512):
    items = addresses(size, 3000)
    ids = [id(item) for item in items]
    step = runs(ids)
    pools = {}
    for i in ids:
        for pool in (4096, 16384):
            pools.setdefault((pool, i // pool), set()).add(i % pool)
    most = [max(len(v) for (p, _), v in pools.items() if p == pool) for pool in (4096, 16384)]
    low = [min(min(v) for (p, _), v in pools.items() if p == pool) for pool in (4096, 16384)]
    print(size, "step", step, "most", most, "lowest", low, "aligned", all(i % 16 == 0 for i in ids))
    del items
for size in (70, 100, 130, 200, 300, 400, 500):
    items = addresses(size, 200)
    ids = [id(item) for item in items]
    print(size, "step", runs(ids))
    # Five in the middle of one pool: the last one freed is taken first.
    pool = {}
    for i in ids:
        pool.setdefault(i // 16384, []).append(i)
    inside = [ids.index(i) for i in max(pool.values(), key=len)]
    chosen = [inside[k] for k in (len(inside) // 2, 1, len(inside) - 2, 2, len(inside) // 3)]
    if len({ids[i] // 4096 for i in chosen}) == 1 or size * 200 > 16384 * 2:
        chosen = chosen[:1]
    for i in chosen:
        items[i] = None
    new = addresses(size, len(chosen))
    print(size, "all taken again", sorted(ids.index(id(item)) for item in new if id(item) in ids) == sorted(chosen))
