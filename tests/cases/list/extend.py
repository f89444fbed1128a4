l = [1]
l.extend(l)
l.extend(x * 2 for x in l[:2])
l.extend({'k': 1})
l.extend('')
print(l)
try:
    l.extend(5)
except TypeError as e:
    print(e)
def gen():
    yield 'kept'
    raise RuntimeError('halfway')
try:
    l.extend(gen())
except RuntimeError as e:
    print(e, l)
# expect: [1, 1, 2, 2, 'k']
# expect: 'int' object is not iterable
# expect: halfway [1, 1, 2, 2, 'k', 'kept']
