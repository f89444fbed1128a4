# Counts around exceptions: the instance, its traceback and context, the arguments that frames keep.
import sys

count = sys.getrefcount


class Thing:
    pass


def raise_it(x):
    raise ValueError(x)


try:
    raise ValueError
except ValueError as e:
    print("caught", count(e))
try:
    raise ValueError(1)
except ValueError as e:
    kept = e
    print("kept", count(e))
print("afterwards", count(kept))
thing = Thing()
try:
    raise_it(thing)
except ValueError as e:
    print("in a function", count(e), count(thing), count(e.args))
print("after the handler", count(thing))
try:
    raise_it(thing)
except ValueError as e:
    kept = e
print("the traceback keeps the frame", count(thing))
kept.__traceback__ = None
print("without it", count(thing))
del kept
print("gone", count(thing))
try:
    try:
        raise KeyError(thing)
    except KeyError as inner:
        raise ValueError(thing)
except ValueError as e:
    print("context", count(e), count(e.__context__), count(thing), e.__context__.__class__.__name__)
try:
    try:
        raise KeyError(thing)
    except KeyError as inner:
        raise ValueError(thing) from inner
except ValueError as e:
    print("cause", count(e), count(e.__cause__), e.__cause__ is e.__context__)
error = ValueError(thing)
print("made", count(error), count(thing))
for _ in range(2):
    try:
        raise error
    except ValueError as e:
        print("raised again", count(error), count(e), e is error)
print("info outside", sys.exc_info())
try:
    raise error
except ValueError:
    print("info", count(error), sys.exc_info()[1] is error, count(sys.exc_info()[1]))


def local():
    x = Thing()
    try:
        raise ValueError(x)
    except ValueError as e:
        print("local", count(e), count(x))
        try:
            raise TypeError
        except TypeError as f:
            print("inner", count(f), count(e), f.__context__ is e)
    print("over", count(x))
    try:
        return count(x)
    finally:
        print("finally", count(x))


print("returned", local())


class Context:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", count(self), value is not None and count(value))
        return True


with Context() as c:
    print("with", count(c))
with Context():
    raise ValueError(thing)
print("suppressed", count(thing))
try:
    [count(y) for y in [thing] for z in (1 // 0,)]
except ZeroDivisionError as e:
    print("in a comprehension", count(thing), count(e))
print("the end", count(thing))
