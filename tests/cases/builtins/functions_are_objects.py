print(len, len.__name__, len.__module__, type(len).__name__, len.__self__.__name__, len.__qualname__)
print(print.__name__, [f.__name__ for f in (abs, sorted, max)], len == len, len is max)
import builtins
print(builtins.len is len, builtins.__name__)
builtins.extra = 'everywhere'
print(extra)
del builtins.extra
# expect: <built-in function len> len builtins builtin_function_or_method builtins len
# expect: print ['abs', 'sorted', 'max'] True False
# expect: True builtins
# expect: everywhere
