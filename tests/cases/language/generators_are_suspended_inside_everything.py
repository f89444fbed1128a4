def inner():
    got = yield 'inner'
    return got * 2
def outer():
    try:
        for i in range(2):
            x = [(yield i), (yield from inner())]
            print(x)
    finally:
        print('closed')
    yield 'end'
g = outer()
print(next(g), g.send('a'), g.send(1), g.send(2), next(g), g.send(3), g.send(4))
g = outer()
print(next(g))
g.close()
# expect: ['a', 2]
# expect: closed
# raises: TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
