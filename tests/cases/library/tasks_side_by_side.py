# asyncio: tasks, gather, wait, timeouts, groups, queues, locks, shields, contexts, runners.
# modes: auto
import asyncio, time, contextvars, sys, logging
class Shown(logging.Handler):
    def emit(self, record): print(norm(self.format(record)))
logging.basicConfig(handlers=[Shown()], format="%(name)s:%(levelname)s:%(message)s")
def norm(x): 
    import re
    return re.sub(r"0x[0-9a-f]+","ADDR",re.sub(r"/[^ :>]*/","",str(x)))
async def t(aw):
    try: print("->",norm(await aw))
    except BaseException as e: print("->",type(e).__module__,type(e).__name__,norm(e),repr(e.__cause__))
async def work(n,d,fail=None):
    print("start",n)
    try:
        await asyncio.sleep(d)
        if fail: raise fail
        print("end",n)
        return n
    except asyncio.CancelledError as e:
        print("cancelled",n,e.args); raise
    finally: print("fin",n)
async def main():
    print(await work(1,0))
    print(await asyncio.gather(work("a",.06),work("b",.02),work("c",.04)))
    await t(asyncio.gather(work("x",.02,ValueError("boom")),work("y",.3)))
    await asyncio.sleep(.4)
    await t(asyncio.gather(work("x",.02,ValueError("boom")),work("y",.3),return_exceptions=True))
    await t(asyncio.wait_for(work("slow",1),.02))
    await t(asyncio.wait_for(work("fast",.005),1))
    await t(asyncio.wait_for(work("none",.005),None))
    await t(asyncio.wait_for(work("zero",.005),0))
    task=asyncio.create_task(work("task",1),name="mytask"); await asyncio.sleep(0); print(norm(task),task.get_name(),task.done()); task.cancel("why"); await t(task); print(task.cancelled(),task.done(),norm(task))
    d,p=await asyncio.wait([asyncio.create_task(work(i,i*.2)) for i in range(3)],return_when=asyncio.FIRST_COMPLETED); print(len(d),len(p)); d,p=await asyncio.wait(p); print(len(d),len(p))
    for c in asyncio.as_completed([asyncio.sleep(i * .03, i) for i in (2, 1, 0)]): print("ac", await c)
    q=asyncio.Queue(2)
    async def prod():
        for i in range(5): await q.put(i); print("put",i)
        await q.put(None)
    async def cons():
        while (x:=await q.get()) is not None: print("got",x); q.task_done(); await asyncio.sleep(0)
    await asyncio.gather(prod(),cons()); print(q,q.qsize(),q.empty(),q.full())
    try: q.get_nowait()
    except asyncio.QueueEmpty as e: print(type(e).__name__)
    lock=asyncio.Lock(); 
    async def crit(n):
        async with lock: print("in",n); await asyncio.sleep(.005); print("out",n)
    await asyncio.gather(*(crit(i) for i in range(3))); print(norm(lock))
    try: lock.release()
    except RuntimeError as e: print(e)
    ev=asyncio.Event()
    async def waiter(n): await ev.wait(); print("woke",n)
    ws=[asyncio.create_task(waiter(i)) for i in range(3)]; await asyncio.sleep(0); ev.set(); await asyncio.gather(*ws); print(norm(ev))
    sem=asyncio.Semaphore(2); active=0
    async def lim(n):
        nonlocal active
        async with sem: active+=1; print("act",n); await asyncio.sleep(.005); active-=1
    await asyncio.gather(*(lim(i) for i in range(5)))
    cond=asyncio.Condition(); items=[]
    async def cw():
        async with cond: await cond.wait_for(lambda: items); print("cond",items.pop())
    c1=asyncio.create_task(cw()); await asyncio.sleep(0)
    async with cond: items.append(7); cond.notify()
    await c1
    try:
        async with asyncio.timeout(.02): await work("to",1)
    except TimeoutError as e: print("timeout",repr(e.__cause__))
    async with asyncio.timeout(1) as tm: await work("ok",.005)
    print(tm.expired(),tm)
    try:
        async with asyncio.TaskGroup() as tg:
            a=tg.create_task(asyncio.sleep(.9)); b=tg.create_task(work("g2",.005,KeyError("k"))); c=tg.create_task(work("g3",1)); print(tg)
    except* KeyError as eg: print(repr(eg),a.cancelled(),c.cancelled())
    async with asyncio.TaskGroup() as tg: a=tg.create_task(work("h1",.005)); b=tg.create_task(work("h2",.002))
    print(a.result(),b.result())
    fut=asyncio.get_running_loop().create_future(); print(fut); asyncio.get_running_loop().call_later(.005,fut.set_result,5); print(await fut,fut)
    for f in (lambda: fut.set_result(1),lambda: asyncio.get_running_loop().create_future().result(),lambda: asyncio.run(main()),lambda: asyncio.create_task(3),lambda: asyncio.ensure_future(3)):
        try: f()
        except BaseException as e: print(type(e).__name__,e)
    sh=asyncio.create_task(work("inner",.5)); await t(asyncio.wait_for(asyncio.shield(sh),.005)); print(await sh)
    v=contextvars.ContextVar("v",default=0)
    async def cv(n): v.set(n); await asyncio.sleep(0); return v.get()
    print(await asyncio.gather(cv(1),cv(2)),v.get())
    print(await asyncio.to_thread(lambda x:x*2,21),asyncio.current_task().get_name(),len(asyncio.all_tasks()))
    loop=asyncio.get_running_loop(); loop.call_soon(print,"soon"); loop.call_later(.005,print,"later"); h=loop.call_later(.005,print,"never"); h.cancel(); await asyncio.sleep(.005)
    t1=asyncio.create_task(work("nr",0,ValueError("never retrieved"))); await asyncio.sleep(.005); del t1
    await t(asyncio.wait([])); await t(asyncio.wait([work(1,0)])) if 0 else None
    async def agen():
        for i in range(3): await asyncio.sleep(0); yield i
    print([x async for x in agen()])
    bar=asyncio.Barrier(2); print(sorted(await asyncio.gather(bar.wait(),bar.wait())))
    bs=asyncio.BoundedSemaphore(1)
    try: bs.release()
    except ValueError as e: print(e)
    pq=asyncio.PriorityQueue(); [pq.put_nowait(x) for x in (3,1,2)]; print(pq.get_nowait(),asyncio.LifoQueue())
    left=asyncio.create_task(work("left",5)); await asyncio.sleep(0)
    return "done"
print(asyncio.run(main()))
for f in (lambda: asyncio.run(3),lambda: asyncio.run(main),lambda: asyncio.get_running_loop()):
    try: f()
    except BaseException as e: print(type(e).__name__,norm(e))
async def bad(): raise ValueError("from run")
try: asyncio.run(bad())
except ValueError as e: print(e)
with asyncio.Runner() as r: print(r.run(work("r1",0)),r.run(work("r2",0)))
loop=asyncio.new_event_loop(); print(loop.run_until_complete(work("loop",0))); loop.close(); print(loop.is_closed())
try: loop.run_until_complete(asyncio.sleep(0))
except RuntimeError as e: print(e)
import unittest
class AT(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self): print("asu")
    async def test_a(self): await asyncio.sleep(0); self.assertEqual(1,1)
    def test_b(self): pass
    async def asyncTearDown(self): print("atd")
unittest.TextTestRunner(sys.stdout).run(unittest.defaultTestLoader.loadTestsFromTestCase(AT)) if 0 else print(AT("test_a").run(unittest.TestResult()) or "r")
# expect: start 1
# expect: end 1
# expect: fin 1
# expect: 1
# expect: start a
# expect: start b
# expect: start c
# expect: end b
# expect: fin b
# expect: end c
# expect: fin c
# expect: end a
# expect: fin a
# expect: ['a', 'b', 'c']
# expect: start x
# expect: start y
# expect: fin x
# expect: -> builtins ValueError boom None
# expect: end y
# expect: fin y
# expect: start x
# expect: start y
# expect: fin x
# expect: end y
# expect: fin y
# expect: -> [ValueError('boom'), 'y']
# expect: start slow
# expect: cancelled slow ()
# expect: fin slow
# expect: -> builtins TimeoutError  CancelledError()
# expect: start fast
# expect: end fast
# expect: fin fast
# expect: -> fast
# expect: start none
# expect: end none
# expect: fin none
# expect: -> none
# expect: -> builtins TimeoutError  CancelledError()
# expect: start task
# expect: <Task pending name='mytask' coro=<work() running at tasks_side_by_side.py:16> wait_for=<Future pending cb=[Task.task_wakeup()]>> mytask False
# expect: cancelled task ('why',)
# expect: fin task
# expect: -> asyncio.exceptions CancelledError why None
# expect: True True <Task cancelled name='mytask' coro=<work() done, defined at tasks_side_by_side.py:13>>
# expect: start 0
# expect: start 1
# expect: start 2
# expect: end 0
# expect: fin 0
# expect: 1 2
# expect: end 1
# expect: fin 1
# expect: end 2
# expect: fin 2
# expect: 2 0
# expect: ac 0
# expect: ac 1
# expect: ac 2
# expect: put 0
# expect: put 1
# expect: got 0
# expect: put 2
# expect: got 1
# expect: put 3
# expect: got 2
# expect: put 4
# expect: got 3
# expect: got 4
# expect: <Queue maxsize=2 tasks=1> 0 True False
# expect: QueueEmpty
# expect: in 0
# expect: out 0
# expect: in 1
# expect: out 1
# expect: in 2
# expect: out 2
# expect: <asyncio.locks.Lock object at ADDR [unlocked]>
# expect: Lock is not acquired.
# expect: woke 0
# expect: woke 1
# expect: woke 2
# expect: <asyncio.locks.Event object at ADDR [set]>
# expect: act 0
# expect: act 1
# expect: act 2
# expect: act 3
# expect: act 4
# expect: cond 7
# expect: start to
# expect: cancelled to ()
# expect: fin to
# expect: timeout CancelledError()
# expect: start ok
# expect: end ok
# expect: fin ok
# expect: False <Timeout [finished]>
# expect: <TaskGroup tasks=3 entered>
# expect: start g2
# expect: start g3
# expect: fin g2
# expect: cancelled g3 ()
# expect: fin g3
# expect: ExceptionGroup('unhandled errors in a TaskGroup', [KeyError('k')]) True True
# expect: start h1
# expect: start h2
# expect: end h2
# expect: fin h2
# expect: end h1
# expect: fin h1
# expect: h1 h2
# expect: <Future pending>
# expect: 5 <Future finished result=5>
# expect: InvalidStateError invalid state
# expect: InvalidStateError Result is not set.
# expect: RuntimeError asyncio.run() cannot be called from a running event loop
# expect: TypeError a coroutine was expected, got 3
# expect: TypeError An asyncio.Future, a coroutine or an awaitable is required
# expect: start inner
# expect: -> builtins TimeoutError  CancelledError()
# expect: end inner
# expect: fin inner
# expect: inner
# expect: [1, 2] 0
# expect: 42 Task-1 1
# expect: soon
# expect: later
# expect: start nr
# expect: fin nr
# expect: asyncio:ERROR:Task exception was never retrieved
# expect: future: <Task finished name='Task-41' coro=<work() done, defined at tasks_side_by_side.py:13> exception=ValueError('never retrieved')>
# expect: Traceback (most recent call last):
# expect:   File "tasks_side_by_side.py", line 17, in work
# expect:     if fail: raise fail
# expect:              ^^^^^^^^^^
# expect: ValueError: never retrieved
# expect: -> builtins ValueError Set of Tasks/Futures is empty. None
# expect: [0, 1, 2]
# expect: [0, 1]
# expect: BoundedSemaphore released too many times
# expect: 1 <LifoQueue maxsize=0>
# expect: start left
# expect: cancelled left ()
# expect: fin left
# expect: done
# expect: ValueError a coroutine was expected, got 3
# expect: ValueError a coroutine was expected, got <function main at ADDR>
# expect: RuntimeError no running event loop
# expect: from run
# expect: start r1
# expect: end r1
# expect: fin r1
# expect: start r2
# expect: end r2
# expect: fin r2
# expect: r1 r2
# expect: start loop
# expect: end loop
# expect: fin loop
# expect: loop
# expect: True
# expect: Event loop is closed
# expect: asu
# expect: atd
# expect: <unittest.result.TestResult run=1 errors=0 failures=0>
# stderr: tests/cases/library/tasks_side_by_side.py:79: RuntimeWarning: coroutine 'main' was never awaited
# stderr:   except BaseException as e: print(type(e).__name__,e)
# stderr: RuntimeWarning: Enable tracemalloc to get the object allocation traceback
# stderr: tests/cases/library/tasks_side_by_side.py:108: RuntimeWarning: coroutine 'sleep' was never awaited
# stderr:   except RuntimeError as e: print(e)
# stderr: RuntimeWarning: Enable tracemalloc to get the object allocation traceback
