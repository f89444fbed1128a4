class A:
    x = 1
    def __init__(self):
        self.y = 2
a = A()
print([n for n in dir(a) if not n.startswith('__')], 'x' in dir(A), dir.__name__)
class D:
    def __dir__(self):
        return ['b', 'a']
print(dir(D()))
def f(p):
    q = 1
    return dir()
print(f(0))
class Bad:
    def __dir__(self):
        return 5
try:
    dir(Bad())
except TypeError as e:
    print(e)
# expect: ['x', 'y'] True dir
# expect: ['a', 'b']
# expect: ['p', 'q']
# expect: 'int' object is not iterable
