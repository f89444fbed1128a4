import sys
m = memoryview(b"abc")
print(sys.getsizeof(m), m.__sizeof__(), sys.getsizeof(iter(m)), type(iter(m)).__name__)
# expect: 184 168 64 memory_iterator
