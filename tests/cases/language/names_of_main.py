# A script's namespace is CPython's, name by name: a dict that is one entry shorter would grow later.
import sys
print(sorted(globals()), __cached__)
first = 1
print(sys.getsizeof(globals()))
second = 2
print(sys.getsizeof(globals()))
# expect: ['__annotations__', '__builtins__', '__cached__', '__doc__', '__file__', '__loader__', '__name__', '__package__', '__spec__', 'sys'] None
# expect: 464
# expect: 464
