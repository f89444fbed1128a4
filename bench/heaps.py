"""Heaps and binary search: a queue of events, sorted insertion, the best few of many."""
import bisect
import heapq


def queue(n):
    heap, state, total = [], 12345, 0
    for i in range(n):
        state = (state * 1103515245 + 12345) % 2147483648
        heapq.heappush(heap, (state % 1000, i))
        if i % 3 == 2:
            total += heapq.heappop(heap)[0]
    while heap:
        total += heapq.heappop(heap)[0]
    return total


def search(n):
    places, kept = list(range(0, 3 * n, 3)), []
    total = 0
    for i in range(n):
        total += bisect.bisect(places, i * 7 % (3 * n))
        bisect.insort(kept, i * 7919 % 4001)
        if len(kept) > 500:
            kept.pop()
    return total, kept[-1]


print(queue(100_000), search(100_000))
print(heapq.nsmallest(5, [i * 7919 % 100_003 for i in range(200_000)]))
