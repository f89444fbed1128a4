l = [1, 2, 3]
l.insert(0, 'first')
l.insert(100, 'last')
l.insert(-100, 'before')
l.insert(-1, 'almost')
print(l)
try:
    l.insert(1)
except TypeError as e:
    print(e)
# expect: ['before', 'first', 1, 2, 3, 'almost', 'last']
# expect: insert expected 2 arguments, got 1
