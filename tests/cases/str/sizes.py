import sys
print([sys.getsizeof(s) for s in ("", "a", "abc", "\u00e9", "\u00e9a", "\u20ac", "\u20ac\u20ac", "\U0001f600", "a" * 100)])
class Sub(str):
    pass
print(sys.getsizeof(Sub()), sys.getsizeof(Sub("abc")), sys.getsizeof(Sub("\u20ac")))
print("abc".__sizeof__(), str.__basicsize__, str.__itemsize__)
# expect: [49, 50, 52, 74, 75, 76, 78, 80, 149]
# expect: 113 116 116
# expect: 52 80 0
