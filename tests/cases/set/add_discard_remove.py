s = set()
print(s.add(1), s.add(1), s, s.discard(5), s.discard(1), s)
for key in (1, 'x', (1,)):
    try:
        s.remove(key)
    except KeyError as e:
        print(repr(e))
try:
    s.pop()
except KeyError as e:
    print(repr(e))
try:
    s.remove([])
except TypeError as e:
    print(e)
# expect: None None set() None None set()
# expect: KeyError(1)
# expect: KeyError('x')
# expect: KeyError((1,))
# expect: KeyError('pop from an empty set')
# expect: unhashable type: 'list'
