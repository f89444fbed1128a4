# A generator that dies is gone for its weak references before its finally runs.
import weakref


def body():
    try:
        yield 1
    finally:
        print("finally", watch())


generator = body()
next(generator)
watch = weakref.ref(generator, lambda ref: print("dead"))
del generator
# expect: dead
# expect: finally None
