class D(dict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]
d = D(a=1)
print(d['a'], d['b'], d, d.get('zz'))
class E(dict):
    pass
try:
    E()['x']
except KeyError as e:
    print(e)
# expect: 1 bb {'a': 1, 'b': 'bb'} None
# expect: 'x'
