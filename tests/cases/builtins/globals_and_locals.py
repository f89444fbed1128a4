x = 1
def f(a):
    b = 2
    snapshot = locals()
    c = 3
    return snapshot, sorted(locals())
print(f(0))
print(globals()['x'], locals() is globals())
globals()['y'] = 'made'
print(y)
class C:
    z = 1
    names = [n for n in locals() if not n.startswith('__')]
print(C.names)
# expect: ({'a': 0, 'b': 2, 'snapshot': {...}, 'c': 3}, ['a', 'b', 'c', 'snapshot'])
# expect: 1 True
# expect: made
# expect: ['z']
