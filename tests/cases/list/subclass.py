class L(list):
    def __init__(self, items, tag=None):
        super().__init__(items)
        self.tag = tag
    def __len__(self):
        return 99
l = L([1, 2], tag='t')
print(l, len(l), l.tag, type(l[:]), type(l + [3]), type(l.copy()), l == [1, 2])
print(list(l), L.__mro__)
class K(list):
    pass
try:
    K(a=1)
except TypeError as e:
    print(e)
# expect: [1, 2] 99 t <class 'list'> <class 'list'> <class 'list'> True
# expect: [1, 2] (<class '__main__.L'>, <class 'list'>, <class 'object'>)
# expect: list() takes no keyword arguments
