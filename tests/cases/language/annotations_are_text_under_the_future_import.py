from __future__ import annotations
x: undefined[1:2, ...] | None = 1
def f(a: lambda x, *y: x + -1 ** 2, b: "text" = 1, *c: (1, 2), **d: {'k': [v for v in w if v]}) -> not a or b: pass
class A:
    y: f'{x!r:>{w}}' = 2
print(__annotations__, f.__annotations__, A.__annotations__, sep='\n')
# expect: {'x': 'undefined[1:2, ...] | None'}
# expect: {'a': 'lambda x, *y: x + -1 ** 2', 'b': "'text'", 'c': '(1, 2)', 'd': "{'k': [v for v in w if v]}", 'return': 'not a or b'}
# expect: {'y': "f'{x!r:>{w}}'"}
