def f(x):
    try:
        return x
    finally:
        x = 'changed'
def g():
    try: raise KeyError('k')
    except KeyError as e:
        return e
def h():
    for x in [1, 2]:
        for y in [3]:
            try: return x + y
            finally: x = y = None
print(f('value'), repr(g()), h())
# expect: value KeyError('k') 4
