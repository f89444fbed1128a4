# Sizes and blocks of exceptions.
import gc
import sys
import tracemalloc


def blocks(label, make, *args):
    """What getsizeof says, and the sizes of the blocks that stay."""
    make(*args)
    gc.collect()
    tracemalloc.start()
    before = sys.getallocatedblocks()
    kept = make(*args)
    count = sys.getallocatedblocks() - before
    traces = tracemalloc.take_snapshot().traces
    tracemalloc.stop()
    sizes = sorted(t.size for t in traces if t.traceback[0].filename == __file__)
    print(label, sys.getsizeof(kept), count, sizes)


def made(kind, *args):
    try:
        return kind(*args)
    except TypeError:
        return None


def raised(kind, *args):
    try:
        raise kind(*args)
    except BaseException as error:
        error.__traceback__ = None
        return error


def kept(kind, *args):
    try:
        raise kind(*args)
    except BaseException as error:
        return error.__traceback__.tb_next


for kind in (BaseException, Exception, ValueError, TypeError, KeyError, IndexError, LookupError, ArithmeticError, ZeroDivisionError,
             OverflowError, RuntimeError, RecursionError, NotImplementedError, AssertionError, BufferError, EOFError,
             StopIteration, StopAsyncIteration, SystemExit, KeyboardInterrupt, GeneratorExit, NameError, UnboundLocalError,
             AttributeError, ImportError, ModuleNotFoundError, OSError, FileNotFoundError, SyntaxError, IndentationError, TabError,
             MemoryError, SystemError, ReferenceError, UnicodeError, Warning, UserWarning, DeprecationWarning):
    blocks(kind.__name__, made, kind)
    blocks(kind.__name__ + " text", made, kind, "text")
    blocks(kind.__name__ + " raised", raised, kind, "text")
blocks("OSError 2", OSError, 2, "text")
blocks("OSError 3", OSError, 2, "text", "file")
blocks("SystemExit 3", SystemExit, 1000)
blocks("StopIteration 2", StopIteration, 1000, 2)
blocks("UnicodeDecodeError", UnicodeDecodeError, "utf-8", b"x", 0, 1, "why")
blocks("UnicodeEncodeError", UnicodeEncodeError, "utf-8", "x", 0, 1, "why")
blocks("SyntaxError 2", SyntaxError, "text", ("file", 1, 2, "line"))


class E(Exception):
    pass


class Slots(Exception):
    __slots__ = ("a",)


class Init(Exception):
    def __init__(self, a):
        self.a = a


blocks("E", E)
blocks("E text", E, "text")
blocks("E raised", raised, E)
blocks("Slots", Slots)
blocks("Init", Init, 1)


def attribute():
    error = E()
    error.x = 1
    return error


def chained():
    try:
        try:
            raise ValueError("a")
        except ValueError as error:
            raise TypeError("b") from error
    except TypeError as error:
        error.__traceback__ = error.__cause__.__traceback__ = None
        return error


blocks("attribute", attribute)
blocks("chained", chained)
