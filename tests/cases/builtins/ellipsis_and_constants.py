print(..., Ellipsis is ..., type(...).__name__, type(...)() is ..., NotImplemented, __debug__)
print(repr(None), type(None)() is None, (...).__reduce__())
try:
    type(...)(1)
except TypeError as e:
    print(e)
# expect: Ellipsis True ellipsis True NotImplemented True
# expect: None True Ellipsis
# expect: EllipsisType takes no arguments
