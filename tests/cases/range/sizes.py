import sys
print(sys.getsizeof(range(3)), sys.getsizeof(range(10 ** 40)), sys.getsizeof(iter(range(3))), sys.getsizeof(slice(1)))
# expect: 48 48 48 56
