class C:
    @property
    def p(self):
        raise ValueError('broken')
try:
    hasattr(C(), 'p')
except ValueError as e:
    print(e)
try:
    getattr(C(), 'p', None)
except ValueError as e:
    print(e)
# expect: broken
# expect: broken
