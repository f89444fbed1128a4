it = iter([1])
print(next(it), next(it, 'default'))
try:
    next(it)
except StopIteration as e:
    print('stop', e.value)
try:
    next([])
except TypeError as e:
    print(e)
def g():
    yield 1
    return 'result'
gen = g()
next(gen)
try:
    next(gen)
except StopIteration as e:
    print(e.value)
print(next(gen, 'over'))
# expect: 1 default
# expect: stop None
# expect: 'list' object is not an iterator
# expect: result
# expect: over
