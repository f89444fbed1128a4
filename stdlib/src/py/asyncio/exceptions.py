"""What goes wrong between tasks."""

__all__ = ("BrokenBarrierError", "CancelledError", "InvalidStateError", "TimeoutError")

TimeoutError = TimeoutError


class CancelledError(BaseException):
    """The task or future was cancelled."""


class InvalidStateError(Exception):
    """The future is not in a state that allows this."""


class BrokenBarrierError(RuntimeError):
    """The barrier was broken while tasks waited at it."""
