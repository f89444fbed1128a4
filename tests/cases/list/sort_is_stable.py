words = ['bb', 'a', 'cc', 'd', 'aa', 'b']
print(sorted(words, key=len))
print(sorted(words, key=len, reverse=True))
pairs = [(1, 'a'), (0, 'b'), (1, 'c'), (0, 'd')]
pairs.sort(key=lambda p: p[0])
print(pairs)
pairs.sort(key=lambda p: p[0], reverse=True)
print(pairs)
# expect: ['a', 'd', 'b', 'bb', 'cc', 'aa']
# expect: ['bb', 'cc', 'aa', 'a', 'd', 'b']
# expect: [(0, 'b'), (0, 'd'), (1, 'a'), (1, 'c')]
# expect: [(1, 'a'), (1, 'c'), (0, 'b'), (0, 'd')]
