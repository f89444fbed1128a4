# Queues keep their order, bounds and tasks.
import queue

q = queue.Queue(2)
q.put(1)
q.put(2)
for act in (lambda: q.put_nowait(3), lambda: q.put(3, timeout=0.01)):
    try:
        act()
    except queue.Full as error:
        print("full", repr(error))
print(q.full(), q.qsize(), q.get(), q.get(), q.empty())
for act in (lambda: q.get_nowait(), lambda: q.get(timeout=0.01), lambda: queue.SimpleQueue().get(block=False)):
    try:
        act()
    except queue.Empty as error:
        print("empty", repr(error), type(error).__module__)
q.task_done(), q.task_done(), q.join()
try:
    q.task_done()
except ValueError as error:
    print(error)
try:
    q.get(timeout=-1)
except ValueError as error:
    print(error)
p = queue.PriorityQueue()
for item in ((3, "c"), (1, "a"), (2, "b")):
    p.put(item)
print([p.get() for _ in range(3)])
l = queue.LifoQueue()
for item in "xyz":
    l.put(item)
print(l.get(), l.get(), queue.Queue[int])
# expect: full Full()
# expect: full Full()
# expect: True 2 1 2 True
# expect: empty Empty() _queue
# expect: empty Empty() _queue
# expect: empty Empty() _queue
# expect: task_done() called too many times
# expect: 'timeout' must be a non-negative number
# expect: [(1, 'a'), (2, 'b'), (3, 'c')]
# expect: z y queue.Queue[int]
