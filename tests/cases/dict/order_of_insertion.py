d = {'b': 1, 'a': 2}
d['c'] = 3
d['b'] = 9
del d['a']
d['a'] = 0
print(d, list(d), list(d.values()), list(d.items()))
print(list(reversed(d)), list(reversed(d.items())), list(reversed(d.values())))
# expect: {'b': 9, 'c': 3, 'a': 0} ['b', 'c', 'a'] [9, 3, 0] [('b', 9), ('c', 3), ('a', 0)]
# expect: ['a', 'c', 'b'] [('a', 0), ('c', 3), ('b', 9)] [0, 3, 9]
