"""Calls handed to an executor. Threads run to their end as soon as they start: a call is done when `submit` returns."""

import itertools
import time
from collections import namedtuple
from types import GenericAlias

__all__ = ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "InvalidStateError",
           "BrokenExecutor", "Future", "Executor", "wait", "as_completed", "ThreadPoolExecutor")

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
_PENDING, _RUNNING, _CANCELLED, _FINISHED = "pending", "running", "cancelled", "finished"

TimeoutError = TimeoutError


class Error(Exception):
    """What goes wrong with calls."""


class CancelledError(Error):
    """The call was cancelled."""


class InvalidStateError(Error):
    """The call is not in a state that allows this."""


class BrokenExecutor(RuntimeError):
    """The executor cannot go on."""


for _class in (Error, CancelledError, InvalidStateError, BrokenExecutor):
    _class.__module__ = "concurrent.futures._base"


class Future:
    """A call, and what comes of it."""

    __module__ = "concurrent.futures._base"

    def __init__(self):
        self._state = _PENDING
        self._result = self._exception = None
        self._done_callbacks = []

    def __repr__(self):
        at = f"<{self.__class__.__name__} at {id(self):#x} state={self._state}"
        if self._state != _FINISHED:
            return at + ">"
        if self._exception:
            return f"{at} raised {self._exception.__class__.__name__}>"
        return f"{at} returned {self._result.__class__.__name__}>"

    def cancel(self):
        if self._state in (_RUNNING, _FINISHED):
            return False
        if self._state != _CANCELLED:
            self._state = _CANCELLED
            self._invoke_callbacks()
        return True

    def cancelled(self):
        return self._state == _CANCELLED

    def running(self):
        return self._state == _RUNNING

    def done(self):
        return self._state in (_CANCELLED, _FINISHED)

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._call_back(callback)

    def _call_back(self, callback):
        try:
            callback(self)
        except Exception:
            import logging

            logging.getLogger("concurrent.futures").exception("exception calling callback for %r", self)

    def add_done_callback(self, fn):
        if self.done():
            self._call_back(fn)
        else:
            self._done_callbacks.append(fn)

    def _wait(self, timeout):
        if self._state == _CANCELLED:
            raise CancelledError()
        if self._state != _FINISHED:
            # Nobody else could finish it meanwhile.
            if timeout is None:
                raise RuntimeError("waiting for a call that no thread runs")
            time.sleep(max(timeout, 0))
            raise TimeoutError()

    def result(self, timeout=None):
        self._wait(timeout)
        if self._exception:
            try:
                raise self._exception
            finally:
                # Break the cycle.
                self = None
        return self._result

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        if self._state == _CANCELLED:
            return False
        if self._state != _PENDING:
            raise RuntimeError("Future in unexpected state")
        self._state = _RUNNING
        return True

    def _finish(self, result, exception):
        if self.done():
            raise InvalidStateError("{}: {!r}".format(self._state.upper(), self))
        self._result, self._exception, self._state = result, exception, _FINISHED
        self._invoke_callbacks()

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    __class_getitem__ = classmethod(GenericAlias)


class Executor:
    """What calls are handed to."""

    __module__ = "concurrent.futures._base"

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            futures.reverse()
            while futures:
                yield futures.pop().result(timeout)

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


class ThreadPoolExecutor(Executor):
    """Runs each call in a thread."""

    __module__ = "concurrent.futures.thread"
    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers or 8
        self._thread_name_prefix = thread_name_prefix or "ThreadPoolExecutor-%d" % self._counter()
        self._initializer, self._initargs = initializer, initargs
        self._started = self._shutdown = False

    def submit(self, fn, /, *args, **kwargs):
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        import threading

        future = Future()

        def work():
            if self._initializer is not None and not self._started:
                self._initializer(*self._initargs)
            self._started = True
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = fn(*args, **kwargs)
            except BaseException as problem:
                future.set_exception(problem)
            else:
                future.set_result(result)

        # One thread after another: the first one does it all.
        thread = threading.Thread(target=work, name=f"{self._thread_name_prefix}_0")
        thread.start()
        thread.join()
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True


DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    done = {future for future in fs if future.done()}
    if done != fs and return_when == ALL_COMPLETED and timeout is not None:
        time.sleep(timeout)
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    fs = list(dict.fromkeys(fs))
    yield from [future for future in fs if future.done()]
    left = [future for future in fs if not future.done()]
    if left:
        time.sleep(timeout or 0)
        raise TimeoutError("%d (of %d) futures unfinished" % (len(left), len(fs)))
