d = dict.fromkeys('abcd')
del d['d']
print(d.popitem())
d['e'] = 1
print(d.popitem(), d.popitem(), d)
# expect: ('c', None)
# expect: ('e', 1) ('b', None) {'a': None}
