# Threads, locks and what belongs to a thread alone, where no thread waits for another.
import threading, time, sys, copy
from threading import Thread, Lock
def worker(n, out):
    out.append((n, threading.current_thread().name))
out = []
ts = [Thread(target=worker, args=(i, out)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(out, [t.is_alive() for t in ts])
counter = 0
lock = Lock()
def inc():
    global counter
    for _ in range(1000):
        with lock: counter += 1
ts = [Thread(target=inc, name=f"w{i}", daemon=True) for i in range(4)]
[t.start() for t in ts]; [t.join() for t in ts]
print(counter, lock.locked())
print(threading.main_thread().name, threading.current_thread() is threading.main_thread(), threading.active_count())
d = threading.local(); d.x = 1
def f():
    print(hasattr(d, "x")); d.x = 2; print(d.x)
t = Thread(target=f); t.start(); t.join(); print(d.x)
class L(threading.local):
    n = 0
    def __init__(self, v): self.v = v; print("init", v)
l = L(5); l.v = 6
t = Thread(target=lambda: print(l.v)); t.start(); t.join(); print(l.v, l.__dict__)
class MyT(Thread):
    def __init__(self, k): super().__init__(); self.k = k
    def run(self): self.result = self.k ** 2
m = MyT(4); print(repr(m)); m.start(); m.join(); print(m.result, m.name)
try: m.start()
except RuntimeError as e: print(e)
try: Thread(target=print).join()
except RuntimeError as e: print(e)
e = threading.Event(); print(e.is_set(), e.wait(0.01)); e.set(); print(e.wait())
r = threading.RLock()
with r:
    with r: print(r._is_owned())
try: r.release()
except RuntimeError as x: print(x)
try: lock.release()
except RuntimeError as x: print(x)
s = threading.Semaphore(2); print(s.acquire(), s.acquire(), s.acquire(blocking=False)); s.release(2)
b = threading.BoundedSemaphore(1)
try: b.release()
except ValueError as x: print(x)
t = threading.Timer(0.05, lambda: print("timer")); t.start(); t.cancel(); t.join()
t = threading.Timer(0.05, print, ["timer", 2]); t.start(); t.join()
c = threading.Condition()
with c: c.notify_all(); print(c.wait(0.01))
try: copy.deepcopy(lock)
except TypeError as x: print(x)
try: type(lock)()
except TypeError as x: print(x)
print(type(lock), type(r))
try: c.notify()
except RuntimeError as x: print(x)
def quit_(): sys.exit(3)
t = Thread(target=quit_); t.start(); t.join()
threading.excepthook = lambda a: print("hook", a.exc_type.__name__, a.exc_value, a.thread.name)
t = Thread(target=lambda: 1/0); t.start(); t.join()
t = threading.Timer(0.02, print, ["late"]); t.start()
print("end")
# expect: [(0, 'Thread-1 (worker)'), (1, 'Thread-2 (worker)'), (2, 'Thread-3 (worker)')] [False, False, False]
# expect: 4000 False
# expect: MainThread True 1
# expect: False
# expect: 2
# expect: 1
# expect: init 5
# expect: init 5
# expect: 5
# expect: 6 {'v': 6}
# expect: <MyT(Thread-6, initial)>
# expect: 16 Thread-6
# expect: threads can only be started once
# expect: cannot join thread before it is started
# expect: False False
# expect: True
# expect: True
# expect: cannot release un-acquired lock
# expect: release unlocked lock
# expect: True True False
# expect: Semaphore released too many times
# expect: timer 2
# expect: False
# expect: cannot pickle '_thread.lock' object
# expect: cannot create '_thread.lock' instances
# expect: <class '_thread.lock'> <class '_thread.RLock'>
# expect: cannot notify on un-acquired lock
# expect: hook ZeroDivisionError division by zero Thread-11 (<lambda>)
# expect: end
# expect: late
