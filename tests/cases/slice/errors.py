for f in (lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: slice(a=1), lambda: hash(slice(1)), lambda: slice(1).indices(-1), lambda: slice('a').indices(1), lambda: slice(1).indices('a'), lambda: slice(0, 1, 0).indices(3), lambda: slice(1).start.x):
    try:
        print(f())
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
class S:
    def __getitem__(self, key):
        return key
print(S()[1:2], S()[::3], S()[1:2, ..., 3], S()[:])
# expect: TypeError slice expected at least 1 argument, got 0
# expect: TypeError slice expected at most 3 arguments, got 4
# expect: TypeError slice() takes no keyword arguments
# expect: TypeError unhashable type: 'slice'
# expect: ValueError length should not be negative
# expect: TypeError slice indices must be integers or None or have an __index__ method
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError slice step cannot be zero
# expect: AttributeError 'NoneType' object has no attribute 'x'
# expect: slice(1, 2, None) slice(None, None, 3) (slice(1, 2, None), Ellipsis, 3) slice(None, None, None)
