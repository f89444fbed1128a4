def f():
    calls.append(1)
    return len(calls)
calls = []
it = iter(f, 3)
print(list(it), list(it), len(calls))
def stop():
    raise StopIteration
print(list(iter(stop, 1)))
# expect: [1, 2] [] 3
# expect: []
