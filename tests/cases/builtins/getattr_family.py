class C:
    x = 1
    def __getattr__(self, name):
        if name == 'magic':
            return 42
        raise AttributeError('none: ' + name)
c = C()
print(getattr(c, 'x'), getattr(c, 'magic'), getattr(c, 'nope', 'default'), hasattr(c, 'x'), hasattr(c, 'nope'))
setattr(c, 'y', 5)
print(c.y, delattr(c, 'y'), hasattr(c, 'y'))
for f in (lambda: getattr(c, 'nope'), lambda: getattr(1, 'foo'), lambda: getattr(c, 5), lambda: setattr(1, 'x', 2), lambda: delattr(c, 'y'), lambda: hasattr(c, None), lambda: getattr(c), lambda: setattr(c, 'a')):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
# expect: 1 42 default True False
# expect: 5 None False
# expect: AttributeError none: nope
# expect: AttributeError 'int' object has no attribute 'foo'
# expect: TypeError attribute name must be string, not 'int'
# expect: AttributeError 'int' object has no attribute 'x'
# expect: AttributeError 'C' object has no attribute 'y'
# expect: TypeError attribute name must be string, not 'NoneType'
# expect: TypeError getattr expected at least 2 arguments, got 1
# expect: TypeError setattr expected 3 arguments, got 2
