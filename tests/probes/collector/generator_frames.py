# What generators and their frames hold and who holds them, how many objects collections of them find, and what stays of them.
import gc
import sys
import weakref


def names(objects):
    return [type(o).__name__ for o in objects]


def body(a):
    b = [a]
    yield b
    yield a


a = []
for steps in range(2):
    generator = body(a)
    for _ in range(steps):
        next(generator)
    frame = generator.gi_frame
    print("referrers", sorted(set(names(o for o in gc.get_referrers(a) if o is not globals())) - {"list"}), gc.is_tracked(generator))
    print("frame", frame.f_lineno, sorted(frame.f_locals), sys.getrefcount(frame))
    frame = None
generator = body(a)
next(generator)
print("many", len(names(o for o in gc.get_objects() if type(o).__name__ == "frame")))
gc.collect()
print("oldest", len([o for o in gc.get_objects(2) if type(o).__name__ == "frame"]))
print(list(generator), generator.gi_frame, len([o for o in gc.get_objects() if type(o).__name__ == "frame"]))


class Owner:
    pass


def unstarted():
    owner = Owner()

    def own(owner):
        yield owner

    owner.generator = own(owner)


def suspended():
    owner = Owner()

    def own(owner):
        try:
            yield owner
        finally:
            print("closed", type(owner).__name__)

    owner.generator = own(owner)
    next(owner.generator)


def closure():
    found = []

    def own():
        found.append(generator)
        yield 1
        yield 2

    generator = own()
    next(generator)


def asked():
    owner = Owner()

    def own(owner):
        yield owner

    owner.generator = own(owner)
    next(owner.generator)
    owner.frame = owner.generator.gi_frame


for make in (unstarted, suspended, closure, asked):
    gc.collect()
    make()
    print(make.__name__, gc.collect())


def failing(value):
    yield 1
    raise ValueError(value)


generator = failing([1])
next(generator)
try:
    next(generator)
except ValueError as error:
    held = error
frame = held.__traceback__.tb_next.tb_frame
print("failed", frame.f_locals, frame.f_code.co_name, generator.gi_frame)
del held, generator
print("then", frame.f_locals)
frame = None


def outer():
    got = yield from inner()
    print("got", got)


def inner():
    x = yield 1
    return x


generator = outer()
next(generator)
frames = generator.gi_frame, generator.gi_yieldfrom.gi_frame
print("delegates", [f.f_lineno for f in frames])
try:
    generator.send(7)
except StopIteration:
    print("stopped", generator.gi_frame)
generator = frames = None


def guarded():
    try:
        yield 1
    except KeyError:
        yield 2
    finally:
        print("finally")


generator = guarded()
next(generator)
print(generator.throw(KeyError), generator.gi_frame.f_lineno)
generator.close()
print(generator.gi_frame)


def recursive(n):
    if n:
        yield from recursive(n - 1)
    yield n


print(list(recursive(20)) == list(range(21)))
many = [recursive(3) for _ in range(50)]
print([next(g) for g in many] == [0] * 50, sum(len(list(g)) for g in many))
del many
generator = body(a)
reference, frame = weakref.ref(generator), generator.gi_frame
del generator
print(reference(), frame.f_locals)


async def coroutine():
    await Awaitable()


class Awaitable:
    def __await__(self):
        yield 1


started = coroutine()
print(started.send(None), started.cr_frame.f_lineno, gc.is_tracked(started.cr_frame) or sys.getrefcount(started))
started.close()
print(started.cr_frame, gc.collect(), gc.garbage)
