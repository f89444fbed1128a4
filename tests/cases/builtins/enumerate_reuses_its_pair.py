ids = set()
for pair in enumerate('abc'):
    ids.add(id(pair))
    del pair
print(len(ids), list(enumerate('abc')))
# expect: 1 [(0, 'a'), (1, 'b'), (2, 'c')]
