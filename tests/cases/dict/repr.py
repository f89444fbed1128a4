print({}, {'a': {'b': ()}}, {1: 'x', None: [1]})
d = {}
d['self'] = d
print(d, str(d))
# expect: {} {'a': {'b': ()}} {1: 'x', None: [1]}
# expect: {'self': {...}} {'self': {...}}
