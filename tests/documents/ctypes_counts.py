# The count as it lies in memory is one less than what getrefcount says: its own argument.
import ctypes
import sys

text = "".join(["some", " ", "text"])
print(sys.getrefcount(text), ctypes.c_long.from_address(id(text)).value)
more = text
print(sys.getrefcount(text), ctypes.c_long.from_address(id(text)).value)
del more
print(sys.getrefcount(text), ctypes.c_long.from_address(id(text)).value)
number = 12
print(ctypes.cast(id(number), ctypes.py_object).value, ctypes.sizeof(ctypes.c_size_t))
# expect: 2 1
# expect: 3 2
# expect: 2 1
# expect: 12 8
