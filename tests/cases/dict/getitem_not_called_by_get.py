class D(dict):
    def __getitem__(self, key):
        return 'mine'
d = D(a=1)
print(d['a'], d.get('a'), d.pop('a'), {**D(b=2)}, dict(D(c=3)))
class C(dict):
    def keys(self):
        return ['other']
    def __getitem__(self, key):
        return 'value'
    def __iter__(self):
        return iter(['other'])
print(dict(C(a=1)))
# expect: mine 1 1 {'b': 2} {'c': 3}
# expect: {'other': 'value'}
