# Native loops over generators: what the body does, raises and sees between two items.
import sys

def body(items, log):
    try:
        for item in items:
            log.append(("before", item))
            got = yield item
            log.append(("after", item, got))
    finally:
        log.append("end")

for consume in (sum, list, any, all, lambda g: [*g], lambda g: sorted(g)):
    for items in ([1, 2, 3], [], [1.5, 2], [True, 10**30, 2], [0, None, 5], [1, 1.5, 10**30], [2**62, 2**62, 1]):
        log = []
        try:
            result = consume(body(items, log))
        except TypeError as error:
            result = error
        print(result, log)

class Odd:
    def __init__(self, n): self.n = n
    def __radd__(self, other): return Odd(other + self.n)
    def __add__(self, other): return Odd(self.n + (other.n if isinstance(other, Odd) else other))
    def __bool__(self):
        print("asked", self.n)
        return self.n > 1

print(sum(body([1, Odd(2), 3, 4.5], [])).n, any(body([0, Odd(1), 0, Odd(2), 7], [])), all(body([1, Odd(2), Odd(0), 1], [])))

def nested(n):
    for i in range(n):
        yield sum(x for x in range(i)) + len(list(y for y in "ab")) + any(z for z in (0, i))

print(sum(nested(6)), list(nested(4)))

def tree(n):
    if n:
        got = yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
        return got

print(sum(tree(6)), list(tree(3)), any(tree(2)))

def failing():
    yield 1
    yield 2
    raise KeyError("end")

for consume in (sum, list, any, all):
    try:
        print(consume(failing()))
    except KeyError as error:
        print("KeyError", error, error.__context__)

def itself():
    yield 1
    yield g.gi_running
    yield sum(g)

g = itself()
try:
    print(sum(g))
except ValueError as error:
    print(error)
print(g.gi_frame)

def growing(target):
    for i in range(10):
        yield i
        target.append(i * 100)

target = [5]
target.extend(growing(target))
print(target)

def handling():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError:
            yield i
            print(sys.exc_info()[1])

print(sum(handling()))
try:
    raise OSError("outer")
except OSError:
    print(list(handling()), sys.exc_info()[1])

def stopping():
    yield 1
    next(iter(()))

try:
    sum(stopping())
except RuntimeError as error:
    print(error, repr(error.__cause__))

def partial():
    yield 4
    yield "text"
    yield 5

g = partial()
try:
    sum(g)
except TypeError as error:
    print(error)
print(next(g))
g = (x for x in (0, 0, 3, 0, 4))
print(any(g), next(g), any(g), list(g))
print(sys.getrefcount(target), sum(sys.getrefcount(target) for _ in range(3)))
# expect: 6 [('before', 1), ('after', 1, None), ('before', 2), ('after', 2, None), ('before', 3), ('after', 3, None), 'end']
# expect: 0 ['end']
# expect: 3.5 [('before', 1.5), ('after', 1.5, None), ('before', 2), ('after', 2, None), 'end']
# expect: 1000000000000000000000000000003 [('before', True), ('after', True, None), ('before', 1000000000000000000000000000000), ('after', 1000000000000000000000000000000, None), ('before', 2), ('after', 2, None), 'end']
# expect: unsupported operand type(s) for +: 'int' and 'NoneType' [('before', 0), ('after', 0, None), ('before', None), 'end']
# expect: 1e+30 [('before', 1), ('after', 1, None), ('before', 1.5), ('after', 1.5, None), ('before', 1000000000000000000000000000000), ('after', 1000000000000000000000000000000, None), 'end']
# expect: 9223372036854775809 [('before', 4611686018427387904), ('after', 4611686018427387904, None), ('before', 4611686018427387904), ('after', 4611686018427387904, None), ('before', 1), ('after', 1, None), 'end']
# expect: [1, 2, 3] [('before', 1), ('after', 1, None), ('before', 2), ('after', 2, None), ('before', 3), ('after', 3, None), 'end']
# expect: [] ['end']
# expect: [1.5, 2] [('before', 1.5), ('after', 1.5, None), ('before', 2), ('after', 2, None), 'end']
# expect: [True, 1000000000000000000000000000000, 2] [('before', True), ('after', True, None), ('before', 1000000000000000000000000000000), ('after', 1000000000000000000000000000000, None), ('before', 2), ('after', 2, None), 'end']
# expect: [0, None, 5] [('before', 0), ('after', 0, None), ('before', None), ('after', None, None), ('before', 5), ('after', 5, None), 'end']
# expect: [1, 1.5, 1000000000000000000000000000000] [('before', 1), ('after', 1, None), ('before', 1.5), ('after', 1.5, None), ('before', 1000000000000000000000000000000), ('after', 1000000000000000000000000000000, None), 'end']
# expect: [4611686018427387904, 4611686018427387904, 1] [('before', 4611686018427387904), ('after', 4611686018427387904, None), ('before', 4611686018427387904), ('after', 4611686018427387904, None), ('before', 1), ('after', 1, None), 'end']
# expect: True [('before', 1), 'end']
# expect: False ['end']
# expect: True [('before', 1.5), 'end']
# expect: True [('before', True), 'end']
# expect: True [('before', 0), ('after', 0, None), ('before', None), ('after', None, None), ('before', 5), 'end']
# expect: True [('before', 1), 'end']
# expect: True [('before', 4611686018427387904), 'end']
# expect: True [('before', 1), ('after', 1, None), ('before', 2), ('after', 2, None), ('before', 3), ('after', 3, None), 'end']
# expect: True ['end']
# expect: True [('before', 1.5), ('after', 1.5, None), ('before', 2), ('after', 2, None), 'end']
# expect: True [('before', True), ('after', True, None), ('before', 1000000000000000000000000000000), ('after', 1000000000000000000000000000000, None), ('before', 2), ('after', 2, None), 'end']
# expect: False [('before', 0), 'end']
# expect: True [('before', 1), ('after', 1, None), ('before', 1.5), ('after', 1.5, None), ('before', 1000000000000000000000000000000), ('after', 1000000000000000000000000000000, None), 'end']
# expect: True [('before', 4611686018427387904), ('after', 4611686018427387904, None), ('before', 4611686018427387904), ('after', 4611686018427387904, None), ('before', 1), ('after', 1, None), 'end']
# expect: [1, 2, 3] [('before', 1), ('after', 1, None), ('before', 2), ('after', 2, None), ('before', 3), ('after', 3, None), 'end']
# expect: [] ['end']
# expect: [1.5, 2] [('before', 1.5), ('after', 1.5, None), ('before', 2), ('after', 2, None), 'end']
# expect: [True, 1000000000000000000000000000000, 2] [('before', True), ('after', True, None), ('before', 1000000000000000000000000000000), ('after', 1000000000000000000000000000000, None), ('before', 2), ('after', 2, None), 'end']
# expect: [0, None, 5] [('before', 0), ('after', 0, None), ('before', None), ('after', None, None), ('before', 5), ('after', 5, None), 'end']
# expect: [1, 1.5, 1000000000000000000000000000000] [('before', 1), ('after', 1, None), ('before', 1.5), ('after', 1.5, None), ('before', 1000000000000000000000000000000), ('after', 1000000000000000000000000000000, None), 'end']
# expect: [4611686018427387904, 4611686018427387904, 1] [('before', 4611686018427387904), ('after', 4611686018427387904, None), ('before', 4611686018427387904), ('after', 4611686018427387904, None), ('before', 1), ('after', 1, None), 'end']
# expect: [1, 2, 3] [('before', 1), ('after', 1, None), ('before', 2), ('after', 2, None), ('before', 3), ('after', 3, None), 'end']
# expect: [] ['end']
# expect: [1.5, 2] [('before', 1.5), ('after', 1.5, None), ('before', 2), ('after', 2, None), 'end']
# expect: [True, 2, 1000000000000000000000000000000] [('before', True), ('after', True, None), ('before', 1000000000000000000000000000000), ('after', 1000000000000000000000000000000, None), ('before', 2), ('after', 2, None), 'end']
# expect: '<' not supported between instances of 'NoneType' and 'int' [('before', 0), ('after', 0, None), ('before', None), ('after', None, None), ('before', 5), ('after', 5, None), 'end']
# expect: [1, 1.5, 1000000000000000000000000000000] [('before', 1), ('after', 1, None), ('before', 1.5), ('after', 1.5, None), ('before', 1000000000000000000000000000000), ('after', 1000000000000000000000000000000, None), 'end']
# expect: [1, 4611686018427387904, 4611686018427387904] [('before', 4611686018427387904), ('after', 4611686018427387904, None), ('before', 4611686018427387904), ('after', 4611686018427387904, None), ('before', 1), ('after', 1, None), 'end']
# expect: asked 1
# expect: asked 2
# expect: asked 2
# expect: asked 0
# expect: 10.5 True False
# expect: 37 [2, 3, 4, 6]
# expect: 120 [1, 2, 1, 3, 1, 2, 1] True
# expect: KeyError 'end' None
# expect: KeyError 'end' None
# expect: True
# expect: KeyError 'end' None
# expect: generator already executing
# expect: None
# expect: [5, 0, 0, 1, 100, 2, 200, 3, 300, 4, 400, 5, 500, 6, 600, 7, 700, 8, 800, 9, 900]
# expect: 0
# expect: 1
# expect: 2
# expect: 3
# expect: 0
# expect: 1
# expect: 2
# expect: [0, 1, 2] outer
# expect: generator raised StopIteration StopIteration()
# expect: unsupported operand type(s) for +: 'int' and 'str'
# expect: 5
# expect: True 0 True []
# expect: 2 6
