import sys
print([sys.getsizeof(n) for n in (0, 1, -1, 2**30 - 1, 2**30, 2**60, 2**1000)])
print([sys.getsizeof(n) for n in (True, False)])
class Sub(int):
    pass
print(sys.getsizeof(Sub()), sys.getsizeof(Sub(2**30)))
print(int.__basicsize__, int.__itemsize__, Sub.__basicsize__)
# expect: [28, 28, 28, 28, 32, 36, 160]
# expect: [28, 28]
# expect: 44 48
# expect: 24 4 32
