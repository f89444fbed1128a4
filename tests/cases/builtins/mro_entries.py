class Proxy:
    def __mro_entries__(self, bases):
        print(bases == (p, int))
        return (list,)
p = Proxy()
try:
    class C(p, int):
        pass
except TypeError as e:
    print(e)
class L(list[int]):
    pass
print(L.__mro__, L.__orig_bases__, L([1]))
class Bad:
    def __mro_entries__(self, bases):
        return 5
try:
    class X(Bad()):
        pass
except TypeError as e:
    print(e)
# expect: True
# expect: multiple bases have instance lay-out conflict
# expect: (<class '__main__.L'>, <class 'list'>, <class 'object'>) (list[int],) [1]
# expect: __mro_entries__ must return a tuple
