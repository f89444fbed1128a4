s = {frozenset([1, 2])}
print({1, 2} in s, frozenset([2, 1]) in s, {1} in s)
try:
    s.remove({3})
except KeyError as e:
    print(repr(e))
s.discard({1, 2})
print(s)
try:
    s.add({1})
except TypeError as e:
    print(e)
# expect: True True False
# expect: KeyError({3})
# expect: set()
# expect: unhashable type: 'set'
