"""Threads that run one after another: each when it is started, until it ends.

There is one machine. A thread that is started runs to its end before its starter goes on: one of the orders in which
CPython may run them. What would wait for another thread would wait for ever, and raises RuntimeError instead.
"""

import sys as _sys
from time import sleep as _sleep
from _weakref import ref as _ref

error = RuntimeError
TIMEOUT_MAX = 9223372036.0

_MAIN = 1
#: The threads that are running, each the starter of the next: their numbers and the `_local` objects they have used.
_running = [(_MAIN, [])]
_last = _MAIN


def get_ident():
    """The number of the thread that runs, which no other thread has."""
    return _running[-1][0]


def get_native_id():
    """The number the system has for the thread that runs: there is one."""
    from os import getpid

    return getpid()


def _count():
    """How many threads there are besides the main one."""
    return len(_running) - 1


def _wait(timeout, what):
    """Waits for what no other thread can do: with a time-out until that is over, without one it is an error."""
    if timeout is None or timeout < 0:
        raise RuntimeError(f"cannot wait for {what}: threads run one after another here, each when it is started, and no "
                           "other thread runs meanwhile")
    _sleep(timeout)


def _time_out(blocking, timeout):
    """The time-out of acquire() as CPython checks it."""
    if not blocking and timeout != -1:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")
    return timeout


class lock:
    """A lock that is held or free."""

    __slots__ = ("_held", "__weakref__")
    __module__ = "_thread"

    def __new__(cls):
        raise TypeError("cannot create '_thread.lock' instances")

    def __init_subclass__(cls):
        raise TypeError("type '_thread.lock' is not an acceptable base type")

    def acquire(self, blocking=True, timeout=-1):
        """Takes the lock; whether it could be taken."""
        timeout = _time_out(blocking, timeout)
        if self._held:
            if blocking:
                _wait(timeout, "a lock that is held")
            return False
        self._held = True
        return True

    def release(self):
        """Frees the lock; RuntimeError if nobody holds it."""
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    def locked(self):
        """Whether somebody holds it."""
        return self._held

    acquire_lock = acquire
    release_lock = release
    locked_lock = locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()

    def _at_fork_reinit(self):
        self._held = False

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_thread.lock' object")

    def __repr__(self):
        return f"<{'locked' if self._held else 'unlocked'} _thread.lock object at {id(self):#x}>"


LockType = lock


def allocate_lock():
    """A new lock, which is free."""
    new = object.__new__(lock)
    new._held = False
    return new


allocate = allocate_lock


class RLock:
    """A lock that its owner may take again."""

    __slots__ = ("_owner", "_times", "__weakref__")
    __module__ = "_thread"

    def __new__(cls, *args, **keywords):
        self = object.__new__(cls)
        self._owner = self._times = 0
        return self

    def acquire(self, blocking=True, timeout=-1):
        """Takes the lock, or takes it once more; whether it could be taken."""
        timeout = _time_out(blocking, timeout)
        me = get_ident()
        if self._times and self._owner != me:
            if blocking:
                _wait(timeout, "a lock that is held")
            return False
        self._owner = me
        self._times += 1
        return True

    def release(self):
        """Gives the lock back once; RuntimeError if the thread does not own it."""
        if not self._times or self._owner != get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._times -= 1
        if not self._times:
            self._owner = 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()

    def _is_owned(self):
        return bool(self._times) and self._owner == get_ident()

    def _release_save(self):
        if not self._times:
            raise RuntimeError("cannot release un-acquired lock")
        state = self._times, self._owner
        self._owner = self._times = 0
        return state

    def _acquire_restore(self, state):
        self._times, self._owner = state

    def _recursion_count(self):
        return self._times if self._owner == get_ident() else 0

    def _at_fork_reinit(self):
        self._owner = self._times = 0

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '{type(self).__module__}.{type(self).__qualname__}' object")

    def __repr__(self):
        kind = type(self)
        return (f"<{'locked' if self._times else 'unlocked'} {kind.__module__}.{kind.__qualname__} object "
                f"owner={self._owner} count={self._times} at {id(self):#x}>")


class _local:
    """Attributes of which each thread has its own."""

    __slots__ = ("_dicts", "_arguments", "__dict__", "__weakref__")
    __module__ = "_thread"

    def __new__(cls, *args, **keywords):
        if (args or keywords) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_dicts", {})
        object.__setattr__(self, "_arguments", (args, keywords))
        _enter(self, initialise=False)
        return self

    def __getattribute__(self, name):
        _enter(self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        _read_only(self, name)
        _enter(self)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        _read_only(self, name)
        _enter(self)
        object.__delattr__(self, name)


def _read_only(local, name):
    if name == "__dict__":
        raise AttributeError(f"'{type(local).__name__}' object attribute '__dict__' is read-only")


def _enter(local, initialise=True):
    """Gives the object the attributes of the thread that runs; a thread that is new to it initialises them."""
    ident, used = _running[-1]
    dicts = object.__getattribute__(local, "_dicts")
    known = dicts.get(ident)
    if known is not None:
        if object.__getattribute__(local, "__dict__") is not known:
            object.__setattr__(local, "__dict__", known)
        return
    known = dicts[ident] = {}
    used.append(_ref(local))
    object.__setattr__(local, "__dict__", known)
    kind = type(local)
    if initialise and kind.__init__ is not object.__init__:
        args, keywords = object.__getattribute__(local, "_arguments")
        kind.__init__(local, *args, **keywords)


def _run(function, args, keywords):
    """Runs a thread to its end."""
    global _last
    _last += 1
    used = []
    _running.append((_last, used))
    tracing, profiling = _sys.gettrace(), _sys.getprofile()
    if tracing is not None:
        _sys.settrace(None)
    if profiling is not None:
        _sys.setprofile(None)
    try:
        function(*args, **keywords)
    finally:
        ident, _ = _running.pop()
        for reference in used:
            local = reference()
            if local is not None:
                object.__getattribute__(local, "_dicts").pop(ident, None)
        if _sys.gettrace() is not tracing:
            _sys.settrace(tracing)
        if _sys.getprofile() is not profiling:
            _sys.setprofile(profiling)


class _Unraisable:
    """What is told of an exception that ends a thread."""

    def __init__(self, error, function):
        self.exc_type, self.exc_value, self.exc_traceback = type(error), error, error.__traceback__
        self.err_msg, self.object = "Exception ignored in thread started by", function


def start_new_thread(function, args, kwargs={}, /):
    """Runs a thread that calls the function; the thread's number."""
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    ident = _last + 1
    try:
        _run(function, args, kwargs)
    except SystemExit:
        pass
    except BaseException as error:
        error.__traceback__ = error.__traceback__.tb_next.tb_next
        _sys.unraisablehook(_Unraisable(error, function))
    return ident


start_new = start_new_thread


def exit():
    """Ends the thread that runs."""
    raise SystemExit


exit_thread = exit


def interrupt_main(signum=2, /):
    """Ctrl-C for the main thread."""
    raise KeyboardInterrupt


def stack_size(size=0, /):
    """The stack that is asked for new threads: they use their starter's."""
    return 0


def _set_sentinel():
    return allocate_lock()
