# heapq and bisect compare as often as CPython, and notice lists that change meanwhile.
import bisect, heapq
class Item:
    asked = 0
    def __init__(self, key): self.key = key
    def __lt__(self, other):
        Item.asked += 1
        return self.key < other.key
heap = [Item(n * 7 % 23) for n in range(60)]
heapq.heapify(heap)
print(Item.asked, [heapq.heappop(heap).key for _ in range(60)] == sorted(n * 7 % 23 for n in range(60)), Item.asked)
print(heapq.heappushpop([1, 3], 2), heapq.heapreplace([1, 3], 5), heapq.nlargest(2, [4, 9, 7]))
print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect([(1,), (4,)], 2, key=lambda t: t[0]))
class Clears(Item):
    def __lt__(self, other):
        victims.clear()
        return True
victims = [Clears(n) for n in range(4)]
for wrong in (lambda: heapq.heapify(victims), lambda: heapq.heappop([]), lambda: heapq.heappush((), 1),
              lambda: heapq.heapify(3), lambda: bisect.bisect([1], 1, -1), lambda: bisect.bisect([1], 1, 0, 9)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
# expect: 92 True 364
# expect: 1 1 [9, 7]
# expect: 3 1 1
# expect: RuntimeError list changed size during iteration
# expect: IndexError index out of range
# expect: TypeError heappush() argument 1 must be list, not tuple
# expect: TypeError heapify() argument must be list, not int
# expect: ValueError lo must be non-negative
# expect: IndexError list index out of range
