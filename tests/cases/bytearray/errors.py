def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
b = bytearray(b"abc")
tell(lambda: b.append(256))
tell(lambda: b.append("a"))
tell(lambda: b.extend(5))
tell(lambda: b.extend("ab"))
tell(lambda: b.insert(0, "a"))
tell(lambda: b.pop(10))
tell(lambda: bytearray().pop())
tell(lambda: b.remove(200))
tell(lambda: b.__setitem__(0, 256))
tell(lambda: b.__setitem__(10, 1))
tell(lambda: b.__setitem__("a", 1))
tell(lambda: b.__setitem__(slice(0, 1), 5))
tell(lambda: b.__setitem__(slice(None, None, 2), b"x"))
tell(lambda: b.__iadd__("a"))
tell(lambda: b["a"])
tell(lambda: b[10])
tell(lambda: hash(b))
tell(lambda: b + "d")
tell(lambda: bytearray("a"))
tell(lambda: bytearray([256]))
tell(lambda: bytearray(1.5))
tell(lambda: bytearray(-1))
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: can't extend bytearray with int
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: IndexError: pop index out of range
# expect: IndexError: pop from empty bytearray
# expect: ValueError: value not found in bytearray
# expect: ValueError: byte must be in range(0, 256)
# expect: IndexError: bytearray index out of range
# expect: TypeError: bytearray indices must be integers or slices, not str
# expect: TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: ValueError: attempt to assign bytes of size 1 to extended slice of size 2
# expect: TypeError: can't concat str to bytearray
# expect: TypeError: bytearray indices must be integers or slices, not str
# expect: IndexError: bytearray index out of range
# expect: TypeError: unhashable type: 'bytearray'
# expect: TypeError: can't concat str to bytearray
# expect: TypeError: string argument without an encoding
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: cannot convert 'float' object to bytearray
# expect: ValueError: negative count
