d = {}
for f in (lambda: d[[]], lambda: d.__setitem__({}, 1), lambda: d.get(set()), lambda: [] in d, lambda: d.setdefault([]), lambda: d.pop([]), lambda: {[]: 1}):
    try:
        print(f())
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'dict'
# expect: TypeError unhashable type: 'set'
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'list'
# expect: KeyError []
# expect: TypeError unhashable type: 'list'
