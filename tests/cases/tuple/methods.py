t = (1, 2, 3, 2, 1.0)
print(t.index(2), t.index(2, 2), t.count(1), t.count('x'))
try:
    t.index(9)
except ValueError as e:
    print(e)
print(t.__getnewargs__(), (1).__class__, len(t), 3 in t, 9 in t)
print([n for n in dir(tuple) if not n.startswith('_')])
# expect: 1 3 2 0
# expect: tuple.index(x): x not in tuple
# expect: ((1, 2, 3, 2, 1.0),) <class 'int'> 5 True False
# expect: ['count', 'index']
