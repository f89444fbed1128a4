d = {'a': 1}
d.update({'b': 2}, c=3)
d.update([('d', 4)])
d.update(e=5)
d.update()
print(d)
for args in ((1,), ([1],), (['abc'],), (1, 2)):
    try:
        d.update(*args)
    except (TypeError, ValueError) as e:
        print(e)
print(d.update({}), len(d))
# expect: {'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5}
# expect: 'int' object is not iterable
# expect: cannot convert dictionary update sequence element #0 to a sequence
# expect: dictionary update sequence element #0 has length 3; 2 is required
# expect: update expected at most 1 argument, got 2
# expect: None 5
