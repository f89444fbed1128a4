d = {}
d.setdefault('l', []).append(1)
d.setdefault('l', []).append(2)
print(d, d.setdefault('n'), d)
class K:
    def __hash__(self):
        print('hash')
        return 1
d.setdefault(K(), 5)
# expect: {'l': [1, 2], 'n': None} None {'l': [1, 2], 'n': None}
# expect: hash
