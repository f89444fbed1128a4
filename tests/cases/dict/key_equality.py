d = {1: 'int'}
d[1.0] = 'float'
d[True] = 'bool'
print(d)
class K:
    def __init__(self, name):
        self.name = name
    def __hash__(self):
        return 7
    def __eq__(self, other):
        print('eq', self.name, other.name)
        return self.name == other.name
d = {K('a'): 1, K('b'): 2}
print(d[K('b')], len(d))
# expect: {1: 'bool'}
# expect: eq a b
# expect: eq a b
# expect: eq b b
# expect: 2 2
