class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
def f(v, x='old'):
    match v:
        case [x, 0] | {'x': x, 'y': 0}: return 'first', x
        case [x, *rest] if x == 1: return 'second', x, rest
        case [1 | 2 as x, [y, *_]]: return 'third', x, y
        case {'k': [x, y], **rest}: return x, y, rest
        case P(0, y=int(y)) | P(x=str(y)): return 'point', y, x
        case None | True: return 'constant'
        case [*_, last]: return 'last', last, x
        case str() | bytes(): return 'text'
    return 'none', x
for v in [[5, 0], {'x': 6, 'y': 0}, [1, 2, 3], [2, [3, 4]], {'k': [1, 2], 'z': 3}, P(0, 7), P('s', 1), P(1, 1), True,
          [7, 8, 9], 'text', 1]:
    print(f(v))
# expect: ('first', 5)
# expect: ('first', 6)
# expect: ('second', 1, [2, 3])
# expect: ('third', 2, 3)
# expect: (1, 2, {'z': 3})
# expect: ('point', 7, 'old')
# expect: ('point', 's', 'old')
# expect: ('none', 'old')
# expect: constant
# expect: ('last', 9, 7)
# expect: text
# expect: ('none', 'old')
