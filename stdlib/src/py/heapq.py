"""A list kept as a binary heap: heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2]."""

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


from _heapq import _heapify_max, _heappop_max, _heapreplace_max
from _heapq import heapify, heappop, heappush, heappushpop, heapreplace


class _Backwards:
    """Orders a key the other way round, for merge(reverse=True)."""

    __slots__ = ("key",)

    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        return other.key < self.key


def merge(*iterables, key=None, reverse=False):
    heads = []
    for order, iterable in enumerate(iterables):
        step = iter(iterable).__next__
        try:
            value = step()
        except StopIteration:
            continue
        rank = value if key is None else key(value)
        # The order number decides ties before the values are ever compared.
        heads.append([_Backwards(rank) if reverse else rank, order, value, step])
    heapify(heads)
    while heads:
        head = heads[0]
        yield head[2]
        try:
            value = head[3]()
        except StopIteration:
            heappop(heads)
            continue
        rank = value if key is None else key(value)
        head[0] = _Backwards(rank) if reverse else rank
        head[2] = value
        heapreplace(heads, head)


def nsmallest(n, iterable, key=None):
    if n == 1:
        nothing = object()
        found = min(iterable, default=nothing, key=key)
        return [] if found is nothing else [found]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    if n <= 0:
        for _ in iterable:
            pass
        return []
    source = iter(iterable)
    kept = [(item if key is None else key(item), order, item) for order, item in zip(range(n), source)]
    if not kept:
        return []
    _heapify_max(kept)
    limit = kept[0][0]
    order = n
    for item in source:
        rank = item if key is None else key(item)
        if rank < limit:
            _heapreplace_max(kept, (rank, order, item))
            limit = kept[0][0]
            order += 1
    kept.sort(key=lambda entry: entry[:2])
    return [entry[2] for entry in kept]


def nlargest(n, iterable, key=None):
    if n == 1:
        nothing = object()
        found = max(iterable, default=nothing, key=key)
        return [] if found is nothing else [found]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    if n <= 0:
        for _ in iterable:
            pass
        return []
    source = iter(iterable)
    kept = [(item if key is None else key(item), -order, item) for order, item in zip(range(n), source)]
    if not kept:
        return []
    heapify(kept)
    limit = kept[0][0]
    order = -n
    for item in source:
        rank = item if key is None else key(item)
        if limit < rank:
            heapreplace(kept, (rank, order, item))
            limit = kept[0][0]
            order -= 1
    kept.sort(key=lambda entry: entry[:2], reverse=True)
    return [entry[2] for entry in kept]
