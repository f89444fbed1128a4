"""Threads and what they share. They run one after another: `_thread` tells what that means."""

import sys as _sys
import _thread
from _thread import TIMEOUT_MAX, RLock, _local as local, allocate_lock as Lock, get_ident, get_native_id, stack_size
from collections import deque as _deque
from itertools import count as _counter
from time import monotonic as _now

__all__ = [
    "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event", "Lock",
    "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError",
    "setprofile", "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs", "getprofile", "gettrace",
    "get_native_id",
]

ThreadError = RuntimeError
_profile_hook = _trace_hook = None
_next_number = _counter(1).__next__


class Condition:
    """A lock, and waiting for what others tell who hold it."""

    def __init__(self, lock=None):
        self._lock = lock = RLock() if lock is None else lock
        self.acquire, self.release = lock.acquire, lock.release
        self._waiters = _deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _is_owned(self):
        owned = getattr(self._lock, "_is_owned", None)
        if owned is not None:
            return owned()
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        """Waits until somebody tells; False when the time is over."""
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        _thread._wait(timeout, "a condition")
        return False

    def wait_for(self, predicate, timeout=None):
        """Waits until the predicate is true; its last answer."""
        end = None if timeout is None else _now() + timeout
        answer = predicate()
        while not answer:
            left = None if end is None else end - _now()
            if left is not None and left <= 0:
                break
            self.wait(left)
            answer = predicate()
        return answer

    def notify(self, n=1):
        """Tells those who wait: when this runs there are none."""
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")

    def notify_all(self):
        """Tells all who wait."""
        self.notify(len(self._waiters))

    def notifyAll(self):
        """The old name of `notify_all`."""
        _deprecated("notifyAll() is deprecated, use notify_all() instead")
        self.notify_all()


def _deprecated(text):
    from warnings import warn

    warn(text, DeprecationWarning, stacklevel=3)


class Semaphore:
    """So many may be inside at once."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        kind = type(self)
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        """Goes in; whether there was room in time."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            if not self._value and blocking:
                self._cond.wait_for(lambda: self._value, timeout)
            if not self._value:
                return False
            self._value -= 1
            return True

    __enter__ = acquire

    def __exit__(self, *details):
        self.release()

    def release(self, n=1):
        """Comes out, n times."""
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)


class BoundedSemaphore(Semaphore):
    """A semaphore out of which no more may come than went in."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        kind = type(self)
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: value={self._value}/{self._initial_value}>"

    def release(self, n=1):
        """Comes out, n times."""
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    """Something that happens once, and for which others wait."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        kind = type(self)
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: {'set' if self._flag else 'unset'}>"

    def is_set(self):
        """Whether it has happened."""
        return self._flag

    def isSet(self):
        """The old name of `is_set`."""
        _deprecated("isSet() is deprecated, use is_set() instead")
        return self.is_set()

    def set(self):
        """It happens."""
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        """It has not happened."""
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        """Waits until it has happened; whether it has."""
        if not self._flag:
            _thread._wait(timeout, "an event that is not set")
        return self._flag


class BrokenBarrierError(RuntimeError):
    """Somebody left a barrier before all were there."""


class Barrier:
    """All wait until all are there."""

    def __init__(self, parties, action=None, timeout=None):
        self._parties, self._action, self._timeout = parties, action, timeout
        self._broken = False

    def __repr__(self):
        kind = type(self)
        state = "broken" if self._broken else f"waiters={self.n_waiting}/{self._parties}"
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: {state}>"

    def wait(self, timeout=None):
        """Waits for the others; which number one has among them."""
        if self._broken:
            raise BrokenBarrierError
        if self._parties > 1:
            _thread._wait(self._timeout if timeout is None else timeout, "the others at a barrier")
            self._broken = True
            raise BrokenBarrierError
        if self._action is not None:
            try:
                self._action()
            except:
                self._broken = True
                raise
        return 0

    def reset(self):
        """As at the beginning."""
        self._broken = False

    def abort(self):
        """Whoever waits is told that it is broken."""
        self._broken = True

    @property
    def parties(self):
        """How many wait for each other."""
        return self._parties

    @property
    def n_waiting(self):
        """How many are waiting."""
        return 0

    @property
    def broken(self):
        """Whether somebody left too early."""
        return self._broken


# ---- threads

#: What runs, by the number of the thread.
_active = {}


def _new_name(target):
    number = f"Thread-{_next_number()}"
    # The target's name is part of it from 3.10 on.
    named = target is not None and _sys.pyglass_profile not in ("3.8", "3.9")
    try:
        return f"{number} ({target.__name__})" if named else number
    except AttributeError:
        return number


class Thread:
    """Something that is run by itself; here it runs to its end when it is started."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        self._name = _new_name(target) if name is None else str(name)
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else bool(daemon)
        self._ident = self._native_id = None
        self._started = self._ended = False
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        state = "stopped" if self._ended else "started" if self._started else "initial"
        if self._daemonic:
            state += " daemon"
        if self._ident is not None:
            state += f" {self._ident}"
        return f"<{type(self).__name__}({self._name}, {state})>"

    def start(self):
        """Runs the thread, to its end."""
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started:
            raise RuntimeError("threads can only be started once")
        self._started = True
        self._begin()

    def _begin(self):
        _thread._run(self._bootstrap, (), {})

    def run(self):
        """What the thread does."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident, self._native_id = get_ident(), get_native_id()
        _active[self._ident] = self
        if _trace_hook:
            _sys.settrace(_trace_hook)
        if _profile_hook:
            _sys.setprofile(_profile_hook)
        try:
            self.run()
        except:
            _report(self, *_sys.exc_info())
        finally:
            _sys.settrace(None)
            self._ended = True
            del _active[self._ident]

    def join(self, timeout=None):
        """Waits until the thread has ended: it has."""
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        self._finish(timeout)

    def _finish(self, timeout):
        """Waits for a thread that has not ended: one of those that wait for the one that runs."""
        if not self._ended:
            _thread._wait(timeout, "a thread that waits for this one")

    def is_alive(self):
        """Whether it has been started and has not ended."""
        assert self._initialized, "Thread.__init__() not called"
        return self._started and not self._ended

    @property
    def name(self):
        """What it is called."""
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)

    @property
    def ident(self):
        """Its number, or None before it has been started."""
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        """The system's number for it, or None before it has been started."""
        assert self._initialized, "Thread.__init__() not called"
        return self._native_id

    @property
    def daemon(self):
        """Whether the program may end before it."""
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        """The old way to ask for `daemon`."""
        _deprecated("isDaemon() is deprecated, get the daemon attribute instead")
        return self.daemon

    def setDaemon(self, daemonic):
        """The old way to set `daemon`."""
        _deprecated("setDaemon() is deprecated, set the daemon attribute instead")
        self.daemon = daemonic

    def getName(self):
        """The old way to ask for `name`."""
        _deprecated("getName() is deprecated, get the name attribute instead")
        return self.name

    def setName(self, name):
        """The old way to set `name`."""
        _deprecated("setName() is deprecated, set the name attribute instead")
        self.name = name


class Timer(Thread):
    """Calls a function some time after it has been started, when somebody waits for it or the program ends."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def _begin(self):
        self._due = _now() + self.interval
        self._ident = self._native_id = None
        _timers.append(self)

    def cancel(self):
        """Nothing will be called."""
        self.finished.set()

    def run(self):
        """What the timer does when its time has come."""
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()

    def is_alive(self):
        """Whether its time has not come."""
        return super().is_alive() and not self.finished.is_set()

    def _finish(self, timeout):
        if self not in _timers:
            return super()._finish(timeout)
        left = 0 if self.finished.is_set() else max(self._due - _now(), 0)
        if timeout is not None and timeout < left:
            return _thread._wait(timeout, "a timer")
        _thread._wait(left, "a timer")
        _timers.remove(self)
        super()._begin()


_timers = []


class _MainThread(Thread):
    """The thread in which the program begins."""

    def __init__(self):
        super().__init__(name="MainThread", daemon=False)
        self._started = True
        self._ident, self._native_id = get_ident(), get_native_id()
        _active[self._ident] = self


class _DummyThread(Thread):
    """A thread that was not made by this module."""

    def __init__(self):
        super().__init__(name=f"Dummy-{_next_number()}", daemon=True)
        self._started = True
        self._ident = get_ident()
        _active[self._ident] = self

    def join(self, timeout=None):
        """Nobody can wait for it."""
        assert False, "cannot join a dummy thread"


class ExceptHookArgs(tuple):
    """The exception that has ended a thread, and the thread."""

    __slots__ = ()
    __module__ = "_thread"
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        names = ("exc_type", "exc_value", "exc_traceback", "thread")
        return f"_thread.ExceptHookArgs({', '.join(f'{name}={value!r}' for name, value in zip(names, self))})"


def excepthook(args, /):
    """Prints what has ended a thread; a program may put its own function here."""
    if args.exc_type is SystemExit or _sys.stderr is None:
        return
    import traceback

    name = get_ident() if args.thread is None else args.thread.name
    print(f"Exception in thread {name}:", file=_sys.stderr, flush=True)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback, file=_sys.stderr)
    _sys.stderr.flush()


__excepthook__ = excepthook


def _report(thread, kind, value, trace):
    args = ExceptHookArgs((kind, value, trace, thread))
    try:
        excepthook(args)
    except Exception:
        _sys.excepthook(*_sys.exc_info())


def current_thread():
    """The thread that runs."""
    known = _active.get(get_ident())
    return _DummyThread() if known is None else known


def main_thread():
    """The thread in which the program began."""
    return _main


def enumerate():
    """All threads that have begun and not ended."""
    return list(_active.values()) + [timer for timer in _timers if timer.is_alive()]


def active_count():
    """How many of them there are."""
    return len(enumerate())


def currentThread():
    """The old name of `current_thread`."""
    _deprecated("currentThread() is deprecated, use current_thread() instead")
    return current_thread()


def activeCount():
    """The old name of `active_count`."""
    _deprecated("activeCount() is deprecated, use active_count() instead")
    return active_count()


def settrace(func):
    """The trace function of threads that are started from now on."""
    global _trace_hook
    _trace_hook = func


def gettrace():
    """What `settrace` has been given."""
    return _trace_hook


def setprofile(func):
    """The profile function of threads that are started from now on."""
    global _profile_hook
    _profile_hook = func


def getprofile():
    """What `setprofile` has been given."""
    return _profile_hook


def _shutdown():
    """At the end the program waits for its timers, in the order of their times."""
    for timer in sorted(_timers, key=lambda timer: timer._due):
        if not timer.daemon:
            timer.join()


class _Beginning:
    """Who starts the main thread's object: not a daemon."""

    daemon = False


_active[get_ident()] = _Beginning
_main = _MainThread()

import atexit as _atexit
_atexit.register(_shutdown)
