def show(name, value=None):
    print(name, end=' ')
    return value
class Box:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print('set', key, value)
show('container', Box())[show('key', 1)] = show('value', 2)
show('container', Box())[show('key', 1)] += show('value', 2)
del show('list', [1, 2, 3])[show('index', 0)]
print()
# expect: value container key set 1 2
# expect: container key value set 1 3
# expect: list index 
