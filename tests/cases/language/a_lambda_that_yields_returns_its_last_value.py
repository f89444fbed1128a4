# The value of a lambda's body is what its generator returns.
generator = (lambda: (yield 1))()
print(next(generator))
try:
    generator.send(2)
except StopIteration as stop:
    print(stop.value)
# expect: 1
# expect: 2
