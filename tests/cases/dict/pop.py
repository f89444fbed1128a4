d = {'a': 1, 'b': 2}
print(d.pop('a'), d.pop('x', None), d)
try:
    d.pop('x')
except KeyError as e:
    print(repr(e))
for args in ((), (1, 2, 3)):
    try:
        d.pop(*args)
    except TypeError as e:
        print(e)
print(d.popitem(), d)
try:
    d.popitem()
except KeyError as e:
    print(repr(e))
# expect: 1 None {'b': 2}
# expect: KeyError('x')
# expect: pop expected at least 1 argument, got 0
# expect: pop expected at most 2 arguments, got 3
# expect: ('b', 2) {}
# expect: KeyError('popitem(): dictionary is empty')
