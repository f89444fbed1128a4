print(hash(0), hash(-1), hash(-2), hash(2**61 - 1), hash(2**61), hash(-2**61))
print(hash(10**30), hash(-10**30), hash(2**1000))
print(hash(5) == hash(5.0) == hash(5 + 0j), hash(True))
# expect: 0 -2 -2 0 1 -2
# expect: 465258685558744706 -465258685558744706 16777216
# expect: True 1
