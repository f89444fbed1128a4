import sys
f = 1.5
print(sys.getsizeof(f), float(f) is f, +f is f, f + 0 is f, abs(f) is f)
print(float.__basicsize__, float.__getformat__("double"))
# expect: 24 True True False False
# expect: 24 IEEE, little-endian
