d = {'a': 1, 'b': 2, 'c': 3}
ids = {id(pair) for pair in d.items()}
kept = [pair for pair in d.items()]
print(len(ids), kept, len({id(p) for p in kept}))
# expect: 2 [('a', 1), ('b', 2), ('c', 3)] 3
