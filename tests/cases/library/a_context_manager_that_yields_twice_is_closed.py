# A generator that goes on after its `with` block is closed before the error leaves.
from contextlib import contextmanager


@contextmanager
def twice():
    try:
        yield
        yield
    finally:
        print("closed")


@contextmanager
def again():
    try:
        yield
    except KeyError:
        yield
    finally:
        print("closed too")


for manager, error in ((twice(), None), (again(), KeyError("k"))):
    try:
        with manager:
            if error:
                raise error
    except RuntimeError as problem:
        print(problem)
    print("after")
# expect: closed
# expect: generator didn't stop
# expect: after
# expect: closed too
# expect: generator didn't stop after throw()
# expect: after
