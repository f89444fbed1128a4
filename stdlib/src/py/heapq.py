"""A list kept as a binary heap: heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2]."""

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def _rise(heap, floor, at):
    # Moves heap[at] towards the root, not above floor.
    item = heap[at]
    while at > floor:
        parent = (at - 1) >> 1
        above = heap[parent]
        if not item < above:
            break
        heap[at] = above
        at = parent
    heap[at] = item


def _settle(heap, at):
    # Fills the hole at `at` with smaller children down to a leaf, then lets the item rise again:
    # fewer comparisons than testing the item on the way down.
    floor, end, item = at, len(heap), heap[at]
    child = 2 * at + 1
    while child < end:
        other = child + 1
        if other < end and not heap[child] < heap[other]:
            child = other
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise(heap, floor, at)


def _rise_max(heap, floor, at):
    item = heap[at]
    while at > floor:
        parent = (at - 1) >> 1
        above = heap[parent]
        if not above < item:
            break
        heap[at] = above
        at = parent
    heap[at] = item


def _settle_max(heap, at):
    floor, end, item = at, len(heap), heap[at]
    child = 2 * at + 1
    while child < end:
        other = child + 1
        if other < end and not heap[other] < heap[child]:
            child = other
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise_max(heap, floor, at)


def heappush(heap, item, /):
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _settle(heap, 0)
    return smallest


def heapreplace(heap, item, /):
    smallest = heap[0]
    heap[0] = item
    _settle(heap, 0)
    return smallest


def heappushpop(heap, item, /):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _settle(heap, 0)
    return item


def heapify(heap, /):
    for at in range(len(heap) // 2 - 1, -1, -1):
        _settle(heap, at)


def _heapify_max(heap):
    for at in range(len(heap) // 2 - 1, -1, -1):
        _settle_max(heap, at)


def _heapreplace_max(heap, item):
    largest = heap[0]
    heap[0] = item
    _settle_max(heap, 0)
    return largest


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
