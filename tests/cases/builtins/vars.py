class A:
    def __init__(self):
        self.y = 2
print(vars(A()), 'f' in vars(A))
def f(p):
    q = 1
    return vars()
print(f(0))
print(vars() is globals())
try:
    vars(5)
except TypeError as e:
    print(e)
# expect: {'y': 2} False
# expect: {'p': 0, 'q': 1}
# expect: True
# expect: vars() argument must have __dict__ attribute
