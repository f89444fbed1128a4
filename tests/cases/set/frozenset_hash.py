print(hash(frozenset()), hash(frozenset([1])), hash(frozenset([1, 2, 3])), hash(frozenset(range(100))))
print(hash(frozenset([frozenset([1]), frozenset([2])])), hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
try:
    hash({1})
except TypeError as e:
    print(e)
d = {frozenset('ab'): 1}
print(d[frozenset('ba')])
# expect: 133146708735736 -558064481276695278 -272375401224217160 4411996150312757951
# expect: 304806268181062474 True
# expect: unhashable type: 'set'
# expect: 1
