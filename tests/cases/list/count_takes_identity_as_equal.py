nan = float('nan')
l = [nan, nan, float('nan'), 1, True, 1.0]
print(l.count(nan), l.count(1), l.count('a'))
print(nan in l, float('nan') in l)
# expect: 2 3 0
# expect: True False
