d = {1: 'a'}
for key in (2, 'x', (1, 2), None):
    try:
        d[key]
    except KeyError as e:
        print(repr(e), e)
    try:
        del d[key]
    except KeyError as e:
        print(repr(e))
print(d.get(2), d.get(2, 'default'), d.get(1))
# expect: KeyError(2) 2
# expect: KeyError(2)
# expect: KeyError('x') 'x'
# expect: KeyError('x')
# expect: KeyError((1, 2)) (1, 2)
# expect: KeyError((1, 2))
# expect: KeyError(None) None
# expect: KeyError(None)
# expect: None default a
