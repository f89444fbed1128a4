class Hint:
    def __init__(self, hint):
        self.hint = hint
    def __iter__(self):
        return iter([1, 2])
    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint
for hint in (0, 100, NotImplemented, TypeError('ignored')):
    print(list(Hint(hint)))
for hint in (-1, 'a', ValueError('kept')):
    try:
        list(Hint(hint))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: [1, 2]
# expect: [1, 2]
# expect: [1, 2]
# expect: [1, 2]
# expect: ValueError __length_hint__() should return >= 0
# expect: TypeError __length_hint__ must be an integer, not str
# expect: ValueError kept
