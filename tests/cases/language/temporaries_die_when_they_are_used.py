class Loud:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)
    def __add__(self, other): print('add', self.name, other.name); return Loud(self.name + other.name)
    def __lt__(self, other): print('lt', self.name, other.name); return True
    def method(self, arg): print('method'); return 1
def f():
    Loud('a') + Loud('b') + Loud('c')
    print(Loud('1') < Loud('2') < Loud('3'))
    Loud('m').method(Loud('arg'))
    print([Loud('x')].pop().name)
    return Loud('returned').name
print(f())
# expect: add a b
# expect: del a
# expect: del b
# expect: add ab c
# expect: del ab
# expect: del c
# expect: del abc
# expect: lt 1 2
# expect: del 1
# expect: lt 2 3
# expect: del 2
# expect: del 3
# expect: True
# expect: method
# expect: del m
# expect: del arg
# expect: del x
# expect: x
# expect: del returned
# expect: returned
