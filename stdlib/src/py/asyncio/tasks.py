"""Tasks: coroutines that the loop takes further, step by step; and what waits for several of them."""

import contextvars
import functools
import inspect
import itertools
import types
import weakref

from . import events, exceptions, futures

__all__ = ("Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for",
           "as_completed", "sleep", "gather", "shield", "ensure_future", "run_coroutine_threadsafe", "current_task",
           "all_tasks", "to_thread", "iscoroutine", "iscoroutinefunction")

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"

_numbers = itertools.count(1)
_tasks = weakref.WeakSet()
_current = {}

iscoroutinefunction = inspect.iscoroutinefunction


def iscoroutine(obj):
    return inspect.iscoroutine(obj) or inspect.isgenerator(obj) and not isinstance(obj, types.GeneratorType)


def current_task(loop=None):
    return _current.get(events.get_running_loop() if loop is None else loop)


def all_tasks(loop=None):
    loop = events.get_running_loop() if loop is None else loop
    return {task for task in list(_tasks) if task._loop is loop and not task.done()}


def _coroutine_text(coro):
    name = f"{getattr(coro, '__qualname__', None) or type(coro).__name__}()"
    code, frame = getattr(coro, "cr_code", None), getattr(coro, "cr_frame", None)
    if code is None:
        return name
    if frame is not None:
        return f"{name} running at {code.co_filename}:{frame.f_lineno}"
    return f"{name} done, defined at {code.co_filename}:{code.co_firstlineno}"


class Task(futures.Future):
    """A coroutine on its way."""

    _log_destroy_pending = True

    def __init__(self, coro, *, loop=None, name=None, context=None):
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            self._log_destroy_pending = False
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        self._name = f"Task-{next(_numbers)}" if name is None else str(name)
        self._requests = 0
        self._must_cancel = False
        self._fut_waiter = None
        self._coro = coro
        self._context = contextvars.copy_context() if context is None else context
        self._loop.call_soon(self._step, context=self._context)
        _tasks.add(self)

    def __del__(self):
        if self._state == "PENDING" and self._log_destroy_pending:
            self._loop.call_exception_handler({"task": self, "message": "Task was destroyed but it is pending!"})
        super().__del__()

    def _info(self):
        info = super()._info()
        if self._requests and self._state == "PENDING" or self._must_cancel:
            info[0] = "cancelling"
        info.insert(1, f"name={self._name!r}")
        info.insert(2, f"coro=<{_coroutine_text(self._coro)}>")
        if self._fut_waiter is not None:
            info.insert(3, f"wait_for={self._fut_waiter!r}")
        return info

    def get_coro(self):
        return self._coro

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        self._log_traceback = False
        if self.done():
            return False
        self._requests += 1
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._requests

    def uncancel(self):
        if self._requests > 0:
            self._requests -= 1
        return self._requests

    def _step(self, problem=None):
        if self._must_cancel:
            if not isinstance(problem, exceptions.CancelledError):
                problem = self._make_cancelled_error()
            self._must_cancel = False
        coro, self._fut_waiter = self._coro, None
        outer = _current.get(self._loop)
        _current[self._loop] = self
        try:
            asked = coro.send(None) if problem is None else coro.throw(problem)
        except StopIteration as end:
            if self._must_cancel:
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                super().set_result(end.value)
        except exceptions.CancelledError as cancelled:
            self._cancelled_error = cancelled
            super().cancel()
        except (KeyboardInterrupt, SystemExit) as end:
            super().set_exception(end)
            raise
        except BaseException as raised:
            super().set_exception(raised)
        else:
            self._wait_for(asked)
        finally:
            if outer is None:
                del _current[self._loop]
            else:
                _current[self._loop] = outer
            # Break the cycle.
            self = problem = None

    def _make_cancelled_error(self):
        kept = self.__dict__.pop("_cancelled_error", None)
        return super()._make_cancelled_error() if kept is None else kept

    def _wait_for(self, asked):
        def fail(text):
            self._loop.call_soon(self._step, RuntimeError(text), context=self._context)

        blocking = getattr(asked, "_asyncio_future_blocking", None)
        if blocking is not None:
            if asked.get_loop() is not self._loop:
                fail(f"Task {self!r} got Future {asked!r} attached to a different loop")
            elif not blocking:
                fail(f"yield was used instead of yield from in task {self!r} with {asked!r}")
            elif asked is self:
                fail(f"Task cannot await on itself: {self!r}")
            else:
                asked._asyncio_future_blocking = False
                asked.add_done_callback(self._wake_up, context=self._context)
                self._fut_waiter = asked
                if self._must_cancel and asked.cancel(msg=self._cancel_message):
                    self._must_cancel = False
        elif asked is None:
            # A bare yield: one round of the loop.
            self._loop.call_soon(self._step, context=self._context)
        elif inspect.isgenerator(asked):
            fail(f"yield was used instead of yield from for generator in task {self!r} with {asked!r}")
        else:
            fail(f"Task got bad yield: {asked!r}")

    def _wake_up(self, future):
        try:
            future.result()
        except BaseException as problem:
            self._step(problem)
        else:
            self._step()
        self = None


Task.__module__ = "_asyncio"
futures.Future.__module__ = "_asyncio"


def create_task(coro, *, name=None, context=None):
    # Named or not, it has taken a number.
    task = events.get_running_loop().create_task(coro, context=context)
    if name is not None:
        task.set_name(name)
    return task


def ensure_future(coro_or_future, *, loop=None):
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    made = None
    if not iscoroutine(coro_or_future):
        if not inspect.isawaitable(coro_or_future):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")

        async def wrap(awaitable):
            return await awaitable

        made = coro_or_future = wrap(coro_or_future)
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(coro_or_future)
    except RuntimeError:
        if made is None:
            coro_or_future.close()
        raise


@types.coroutine
def _one_round():
    yield


async def sleep(delay, result=None):
    if delay <= 0:
        await _one_round()
        return result
    loop = events.get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


async def to_thread(func, /, *args, **kwargs):
    context = contextvars.copy_context()
    return await events.get_running_loop().run_in_executor(None, functools.partial(context.run, func, *args, **kwargs))


def run_coroutine_threadsafe(coro, loop):
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    return ensure_future(coro, loop=loop)


# ---- waiting for several

async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if futures.isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(iscoroutine(f) for f in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, events.get_running_loop())


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    handle = None if timeout is None else loop.call_later(timeout, _release, waiter)
    left = len(fs)

    def done(future):
        nonlocal left
        left -= 1
        failed = return_when == FIRST_EXCEPTION and not future.cancelled() and future.exception() is not None
        if left <= 0 or return_when == FIRST_COMPLETED or failed:
            if handle is not None:
                handle.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for future in fs:
        if not future.done():
            future.add_done_callback(done)
        else:
            left -= 1
    ready = left <= 0 or return_when == FIRST_COMPLETED and left < len(fs) or return_when == FIRST_EXCEPTION and any(
        f.done() and not f.cancelled() and f.exception() is not None for f in fs)
    try:
        if not ready:
            await waiter
    finally:
        if handle is not None:
            handle.cancel()
        for future in fs:
            future.remove_done_callback(done)
    finished = {future for future in fs if future.done()}
    return finished, fs - finished


def _release(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def _cancel_and_wait(future, loop):
    waiter = loop.create_future()
    callback = functools.partial(_release, waiter)
    future.add_done_callback(callback)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(callback)


async def wait_for(fut, timeout):
    loop = events.get_running_loop()
    if timeout is None:
        return await fut
    fut = ensure_future(fut, loop=loop)
    if timeout <= 0:
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut, loop)
        return _result_or_timeout(fut)
    waiter = loop.create_future()
    handle = loop.call_later(timeout, _release, waiter)
    callback = functools.partial(_release, waiter)
    fut.add_done_callback(callback)
    try:
        try:
            await waiter
        except exceptions.CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(callback)
            await _cancel_and_wait(fut, loop)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(callback)
        # Whatever the task does when it is cancelled, it is over when this returns.
        await _cancel_and_wait(fut, loop)
        return _result_or_timeout(fut)
    finally:
        handle.cancel()


def _result_or_timeout(future):
    try:
        return future.result()
    except exceptions.CancelledError as cancelled:
        raise exceptions.TimeoutError() from cancelled


def as_completed(fs, *, timeout=None):
    if futures.isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    from .queues import Queue

    done = Queue()
    loop = events.get_event_loop()
    todo = {ensure_future(f, loop=loop) for f in set(fs)}
    handle = None

    def out_of_time():
        for future in todo:
            future.remove_done_callback(completed)
            done.put_nowait(None)
        todo.clear()

    def completed(future):
        if not todo:
            return
        todo.remove(future)
        done.put_nowait(future)
        if not todo and handle is not None:
            handle.cancel()

    async def next_one():
        future = await done.get()
        if future is None:
            raise exceptions.TimeoutError
        return future.result()

    for future in todo:
        future.add_done_callback(completed)
    if todo and timeout is not None:
        handle = loop.call_later(timeout, out_of_time)
    for _ in range(len(todo)):
        yield next_one()


class _GatheringFuture(futures.Future):
    """What gather() gives; cancelling it cancels what it waits for."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        # All children are to hear of it.
        heard = [child.cancel(msg=msg) for child in self._children]
        if any(heard):
            self._cancel_requested = True
        return any(heard)


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer
    known, children, loop, finished, outer = {}, [], None, 0, None

    def done(future):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not future.cancelled():
                future.exception()
            return
        if not return_exceptions:
            if future.cancelled():
                outer.set_exception(future._make_cancelled_error())
                return
            problem = future.exception()
            if problem is not None:
                outer.set_exception(problem)
                return
        if finished == len(known):
            results = [exceptions.CancelledError("" if f._cancel_message is None else f._cancel_message)
                       if f.cancelled() else f.exception() or f._result for f in children]
            if outer._cancel_requested:
                outer.set_exception(future._make_cancelled_error())
            else:
                outer.set_result(results)

    for given in coros_or_futures:
        if given not in known:
            future = ensure_future(given, loop=loop)
            loop = future.get_loop() if loop is None else loop
            if future is not given:
                future._log_destroy_pending = False
            known[given] = future
            future.add_done_callback(done)
        children.append(known[given])
    outer = _GatheringFuture(children, loop=loop)
    return outer


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def inner_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
        elif inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer
