d = {'a': 1}
keys, values, items = d.keys(), d.values(), d.items()
d['b'] = 2
print(keys, values, items, len(keys), 'b' in keys, 2 in values, ('a', 1) in items, ('a', 2) in items, 'a' in items)
print(type(keys).__name__, keys.mapping, iter(keys).__length_hint__())
d['v'] = d.values()
print(repr(d))
# expect: dict_keys(['a', 'b']) dict_values([1, 2]) dict_items([('a', 1), ('b', 2)]) 2 True True True False False
# expect: dict_keys {'a': 1, 'b': 2} 2
# expect: {'a': 1, 'b': 2, 'v': dict_values([1, 2, ...])}
