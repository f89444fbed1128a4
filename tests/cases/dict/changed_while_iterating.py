for change in (lambda d: d.update(new=1), lambda d: d.pop('a'), lambda d: d.clear()):
    d = {'a': 1, 'b': 2, 'c': 3}
    try:
        for k in d:
            change(d)
    except RuntimeError as e:
        print(e)
    it = iter(d.items())
    d['other'] = 1
    for _ in range(2):
        try:
            next(it)
        except RuntimeError as e:
            print(e)
d = {'a': 1, 'b': 2}
for k in d:
    d[k] = 0
print(d)
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: {'a': 0, 'b': 0}
