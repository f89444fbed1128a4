# What would wait for another thread raises RuntimeError: threads run one after another, each when it is started.
import queue
import threading

event = threading.Event()
threading.excepthook = lambda args: print(args.thread.name, args.exc_value)
waits = [lambda: event.wait(), lambda: lock.acquire(), lambda: queue.Queue().get(), lambda: threading.Barrier(2).wait()]
lock = threading.Lock()
lock.acquire()
for n, wait in enumerate(waits):
    threading.Thread(target=wait, name=f"waiter {n}").start()
print(lock.acquire(timeout=0.01), event.wait(0.01))
# expect: waiter 0 cannot wait for an event that is not set: threads run one after another here, each when it is started, and no other thread runs meanwhile
# expect: waiter 1 cannot wait for a lock that is held: threads run one after another here, each when it is started, and no other thread runs meanwhile
# expect: waiter 2 cannot wait for a condition: threads run one after another here, each when it is started, and no other thread runs meanwhile
# expect: waiter 3 cannot wait for the others at a barrier: threads run one after another here, each when it is started, and no other thread runs meanwhile
# expect: False False
