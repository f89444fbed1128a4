# concurrent.futures: what comes of calls, callbacks, map, wait, errors.
# modes: auto
import concurrent.futures as cf, re
from concurrent.futures import ThreadPoolExecutor
def sq(x):
    if x==3: raise ValueError("three")
    return x*x
with ThreadPoolExecutor(max_workers=1,thread_name_prefix="P") as ex:
    f=ex.submit(sq,2); print(f.result(),f.done(),f.exception(),re.sub("0x[0-9a-f]+","A",repr(f)))
    g=ex.submit(sq,3)
    try: g.result()
    except ValueError as e: print(e)
    print(repr(g.exception()),g.cancelled(),g.running(),g.cancel(),re.sub("0x[0-9a-f]+","A",repr(g)))
    print(list(ex.map(sq,[1,2],timeout=5)),list(ex.map(pow,[2,3],[3,2])))
    it=ex.map(sq,[1,3,2]); print(next(it))
    try: next(it)
    except ValueError as e: print("map",e)
    f.add_done_callback(lambda f: print("cb",f.result()))
    fs=[ex.submit(sq,i) for i in (4,5)]; d,n=cf.wait(fs); print(len(d),len(n),sorted(f.result() for f in cf.as_completed(fs)))
    import threading
    print(ex.submit(lambda: threading.current_thread().name).result())
for k in (lambda: ex.submit(sq,1),lambda: ThreadPoolExecutor(0),lambda: ThreadPoolExecutor(initializer=3),lambda: cf.Future().result(0),lambda: f.set_result(3)):
    try: k()
    except Exception as e: print(type(e).__module__,type(e).__name__,re.sub("0x[0-9a-f]+","A",str(e)))
u=cf.Future(); print(re.sub("0x[0-9a-f]+","A",repr(u)),u.cancel(),u.cancelled(),u.set_running_or_notify_cancel(),re.sub("0x[0-9a-f]+","A",repr(u)) if 0 else "")
try: u.result()
except cf.CancelledError as e: print("cancelled",type(e).__module__)
# expect: 4 True None <Future at A state=finished returned int>
# expect: three
# expect: ValueError('three') False False False <Future at A state=finished raised ValueError>
# expect: [1, 4] [8, 9]
# expect: 1
# expect: map three
# expect: cb 4
# expect: 2 0 [16, 25]
# expect: P_0
# expect: builtins RuntimeError cannot schedule new futures after shutdown
# expect: builtins ValueError max_workers must be greater than 0
# expect: builtins TypeError initializer must be a callable
# expect: builtins TimeoutError 
# expect: concurrent.futures._base InvalidStateError FINISHED: <Future at A state=finished returned int>
# expect: <Future at A state=pending> True True False 
# expect: cancelled concurrent.futures._base
