# Values go in and out through several bodies that delegate; each sees what is its own.
import sys
import types


def leaf(name):
    got = yield (name, 1)
    while got is not None:
        depth, frame = 0, sys._getframe()
        while frame is not None:
            depth, frame = depth + 1, frame.f_back
        got = yield (name, got, depth)
    yield
    try:
        yield "guarded"
    except KeyError as error:
        yield repr(error)
    return name


def middle(depth):
    try:
        if depth:
            result = yield from middle(depth - 1)
        else:
            result = yield from leaf("inner")
        return [depth, result]
    finally:
        print("leaving", depth, sys.exc_info()[0])


def outer():
    try:
        raise OSError("handled outside")
    except OSError:
        print("result", (yield from middle(2)))
        print("handles", sys.exc_info()[1])
    yield from [1, 2]
    yield from middle(0)


body = outer()
print(next(body), body.send("a"), body.send("b"))
print(next(body), body.gi_yieldfrom.gi_yieldfrom.__name__, next(body))
print(body.throw(KeyError("thrown")))
print(next(body), next(body), next(body), body.send(3))
print(sys.getrefcount(body), body.gi_frame.f_lineno)
body.close()


def again():
    yield 0
    yield from holder[0]


holder = [again()]
try:
    print(next(holder[0]))
    list(holder[0])
except ValueError as error:
    print(error)


def endless(depth):
    yield depth
    yield from endless(depth + 1)


sys.setrecursionlimit(60)
try:
    for depth in endless(0):
        pass
except RecursionError as error:
    print(depth > 20, error)
sys.setrecursionlimit(1000)


@types.coroutine
def pause(value):
    return (yield value)


async def waits(depth):
    return 1 + (await waits(depth - 1)) if depth else await pause("waiting")


task = waits(4)
print(task.send(None))
try:
    task.send(10)
except StopIteration as stop:
    print(stop.value)


def defaults(a, b=2, /, c=3, *, d, e=5):
    return a, b, c, d, e


for args, names in (((), {}), ((1,), {}), ((1,), {"d": 4}), ((1, 0, 0), {"d": 4, "e": 0}), ((1,), {"b": 1, "d": 4})):
    try:
        print(defaults(*args, **names))
    except TypeError as error:
        print(error)


def call():
    def plain(a, b=[], *, c={}):
        return sys.getrefcount(a), sys.getrefcount(b), sys.getrefcount(c), b, c

    def needs(a, *, b):
        return b

    for _ in range(12):
        got = plain(object()), plain(a=object()), plain(object(), c=object())[:3]
        try:
            needs(got)
        except TypeError as error:
            text = str(error)
    return got, text, got[0].__class__, Exception(1, 2).args, plain.__dict__


print(call())
# expect: ('inner', 1) ('inner', 'a', 6) ('inner', 'b', 6)
# expect: None middle guarded
# expect: KeyError('thrown')
# expect: leaving 0 <class 'OSError'>
# expect: leaving 1 <class 'OSError'>
# expect: leaving 2 <class 'OSError'>
# expect: result [2, [1, [0, 'inner']]]
# expect: handles handled outside
# expect: 1 2 ('inner', 1) ('inner', 3, 4)
# expect: 2 39
# expect: leaving 0 <class 'GeneratorExit'>
# expect: 0
# expect: generator already executing
# expect: True maximum recursion depth exceeded
# expect: waiting
# expect: 14
# expect: defaults() missing 1 required positional argument: 'a'
# expect: defaults() missing 1 required keyword-only argument: 'd'
# expect: (1, 2, 3, 4, 5)
# expect: (1, 0, 0, 4, 0)
# expect: defaults() got some positional-only arguments passed as keyword arguments: 'b'
# expect: (((2, 5, 5, [], {}), (2, 6, 6, [], {}), (2, 7, 2)), "call.<locals>.needs() missing 1 required keyword-only argument: 'b'", <class 'tuple'>, (1, 2), {})
