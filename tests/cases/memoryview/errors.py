def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
m = memoryview(bytearray(b"abcdef"))
tell(lambda: memoryview())
tell(lambda: memoryview(5))
tell(lambda: m[10])
tell(lambda: m["a"])
tell(lambda: m[0, 0])
tell(lambda: m.__setitem__(0, 256))
tell(lambda: m.__setitem__(0, "a"))
tell(lambda: m.__setitem__(slice(0, 2), b"xyz"))
tell(lambda: m.__delitem__(0))
tell(lambda: memoryview(b"x").__setitem__(0, 1))
tell(lambda: hash(m))
tell(lambda: m < m)
tell(lambda: m.cast("x"))
tell(lambda: m.cast("I"))
tell(lambda: m.cast("B", (2, 4)))
tell(lambda: m.tobytes("x"))
# expect: TypeError: memoryview() missing required argument 'object' (pos 1)
# expect: TypeError: memoryview: a bytes-like object is required, not 'int'
# expect: IndexError: index out of bounds on dimension 1
# expect: TypeError: memoryview: invalid slice key
# expect: TypeError: cannot index 1-dimension view with 2-element tuple
# expect: ValueError: memoryview: invalid value for format 'B'
# expect: TypeError: memoryview: invalid type for format 'B'
# expect: ValueError: memoryview assignment: lvalue and rvalue have different structures
# expect: TypeError: cannot delete memory
# expect: TypeError: cannot modify read-only memory
# expect: ValueError: cannot hash writable memoryview object
# expect: TypeError: '<' not supported between instances of 'memoryview' and 'memoryview'
# expect: ValueError: memoryview: destination format must be a native single character format prefixed with an optional '@'
# expect: TypeError: memoryview: length is not a multiple of itemsize
# expect: TypeError: memoryview: product(shape) * itemsize != buffer size
# expect: ValueError: order must be 'C', 'F' or 'A'
