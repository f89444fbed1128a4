x: int = 1
y: 'str'
(z): print('evaluated') = 2
class A:
    a: list[int]
    b: 1 + 1 = 3
    __c: int
def f(a: int, /, b: str = 'x', *args: float, k: bool = True, **kw: dict) -> None:
    local: not_evaluated = 1
    return local
print(__annotations__, A.__annotations__, f.__annotations__, f(1))
# expect: evaluated
# expect: {'x': <class 'int'>, 'y': 'str'} {'a': list[int], 'b': 2, '_A__c': <class 'int'>} {'b': <class 'str'>, 'a': <class 'int'>, 'args': <class 'float'>, 'k': <class 'bool'>, 'kw': <class 'dict'>, 'return': None} 1
