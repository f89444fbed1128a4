x = 'global'
def f():
    x = 'function'
    class A:
        print(x)
        x = 'class'
        print(x)
        def m(self): return x, __class__.__name__
        class B:
            seen = __class__.__name__ if False else x
            def n(self): return __class__.__name__
        __private = 1
        def p(self): return self.__private, [k for k in vars(A) if 'private' in k]
    return A().m(), A.B.seen, A.B().n(), A().p()
print(f())
# expect: global
# expect: class
# expect: (('function', 'A'), 'function', 'B', (1, ['_A__private']))
