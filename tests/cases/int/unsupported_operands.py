def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: 1 + "a")
tell(lambda: 1 - None)
tell(lambda: 1 & 1.5)
tell(lambda: 1 << 1.0)
tell(lambda: -[])
tell(lambda: 1 < "a")
tell(lambda: 1 .foo)
tell(lambda: range(1)[2**70])
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError: unsupported operand type(s) for -: 'int' and 'NoneType'
# expect: TypeError: unsupported operand type(s) for &: 'int' and 'float'
# expect: TypeError: unsupported operand type(s) for <<: 'int' and 'float'
# expect: TypeError: bad operand type for unary -: 'list'
# expect: TypeError: '<' not supported between instances of 'int' and 'str'
# expect: AttributeError: 'int' object has no attribute 'foo'
# expect: IndexError: range object index out of range
