print(set(), {1}, set('a'), set([1, 1, 1]), {*[1], *()}, frozenset(), frozenset([1]))
for f in (lambda: set(1), lambda: set(1, 2), lambda: set(a=1), lambda: frozenset(1, 2), lambda: {[]}, lambda: set([{}])):
    try:
        f()
    except TypeError as e:
        print(e)
f = frozenset([1])
print(frozenset(f) is f, f.copy() is f, set(f) == f)
# expect: set() {1} {'a'} {1} {1} frozenset() frozenset({1})
# expect: 'int' object is not iterable
# expect: set expected at most 1 argument, got 2
# expect: set() takes no keyword arguments
# expect: frozenset expected at most 1 argument, got 2
# expect: unhashable type: 'list'
# expect: unhashable type: 'dict'
# expect: True True True
