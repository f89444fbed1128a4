"""Queues between threads; threads run one after another, so what would wait for another one raises RuntimeError."""

import types as _types
from collections import deque as _deque
from heapq import heappop as _heappop, heappush as _heappush
from threading import Condition as _Condition, Lock as _Lock
from time import monotonic as _now

__all__ = ["Empty", "Full", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Empty(Exception):
    """Nothing is in the queue, and nobody was to wait."""


class Full(Exception):
    """The queue has no room, and nobody was to wait."""


Empty.__module__ = "_queue"


def _wait_until(condition, true, timeout, otherwise):
    """Waits until something is true, at most so many seconds; after that it raises `otherwise`."""
    if timeout is None:
        while not true():
            condition.wait()
        return
    if timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    end = _now() + timeout
    while not true():
        left = end - _now()
        if left <= 0.0:
            raise otherwise
        condition.wait(left)


class Queue:
    """First in, first out."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = _Lock()
        self.not_empty = _Condition(self.mutex)
        self.not_full = _Condition(self.mutex)
        self.all_tasks_done = _Condition(self.mutex)
        self.unfinished_tasks = 0

    def task_done(self):
        """One thing that was taken is dealt with."""
        with self.all_tasks_done:
            unfinished = self.unfinished_tasks - 1
            if unfinished < 0:
                raise ValueError("task_done() called too many times")
            if unfinished == 0:
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = unfinished

    def join(self):
        """Waits until everything is dealt with."""
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        """How many things are in it."""
        with self.mutex:
            return self._qsize()

    def empty(self):
        """Whether nothing is in it."""
        with self.mutex:
            return not self._qsize()

    def full(self):
        """Whether it has no room."""
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        """Puts something in, and waits for room if there is none."""
        with self.not_full:
            if self.maxsize > 0:
                if not block:
                    if self._qsize() >= self.maxsize:
                        raise Full
                else:
                    _wait_until(self.not_full, lambda: self._qsize() < self.maxsize, timeout, Full)
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        """Takes something out, and waits for it if there is nothing."""
        with self.not_empty:
            if not block:
                if not self._qsize():
                    raise Empty
            else:
                _wait_until(self.not_empty, self._qsize, timeout, Empty)
            item = self._get()
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        """`put` that raises Full instead of waiting."""
        return self.put(item, block=False)

    def get_nowait(self):
        """`get` that raises Empty instead of waiting."""
        return self.get(block=False)

    # How the things are kept; subclasses keep them in another way.

    def _init(self, maxsize):
        self.queue = _deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    __class_getitem__ = classmethod(_types.GenericAlias)


class PriorityQueue(Queue):
    """The least first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        _heappush(self.queue, item)

    def _get(self):
        return _heappop(self.queue)


class LifoQueue(Queue):
    """Last in, first out."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    """First in, first out, without bounds and without tasks."""

    __module__ = "_queue"

    def __init__(self):
        self._items = Queue()

    def put(self, item, block=True, timeout=None):
        """Puts something in; there is always room."""
        self._items.put(item)

    def get(self, block=True, timeout=None):
        """Takes something out, and waits for it if there is nothing."""
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        return self._items.get(block, timeout)

    def put_nowait(self, item):
        """As `put`."""
        self._items.put(item)

    def get_nowait(self):
        """`get` that raises Empty instead of waiting."""
        return self._items.get(block=False)

    def empty(self):
        """Whether nothing is in it."""
        return self._items.empty()

    def qsize(self):
        """How many things are in it."""
        return self._items.qsize()

    __class_getitem__ = classmethod(_types.GenericAlias)
