class A:
    def __init__(self):
        self.n = 0
    def __aiter__(self):
        return self
    async def __anext__(self):
        self.n += 1
        if self.n > 2:
            raise StopAsyncIteration
        return self.n
async def main():
    a = aiter(A())
    print(await anext(a), await anext(a), await anext(a, 'default'))
    try:
        await anext(a)
    except StopAsyncIteration:
        print('stop')
def run(coro):
    try:
        coro.send(None)
    except StopIteration as e:
        return e.value
run(main())
for f in (lambda: aiter(5), lambda: anext(5)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: 1 2 default
# expect: stop
# expect: 'int' object is not an async iterable
# expect: 'int' object is not an async iterator
