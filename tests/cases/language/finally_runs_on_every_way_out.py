def f():
    for i in range(5):
        try:
            if i == 0: continue
            if i == 1: raise ValueError(i)
            if i == 2: return 'returned'
        except ValueError as e:
            print('caught', e)
        finally:
            print('finally', i)
def g():
    try: return 1
    finally: return 2
def h():
    while True:
        try:
            try: return 'lost'
            finally: print('inner')
        finally: break
    return 'kept'
print(f(), g(), h())
# expect: finally 0
# expect: caught 1
# expect: finally 1
# expect: finally 2
# expect: inner
# expect: returned 2 kept
