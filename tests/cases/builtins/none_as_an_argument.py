# Messages about arguments call None by its name.
import operator
for call in (lambda: "a".encode(None), lambda: b"a".decode("a", None), lambda: "a".replace("a", None), lambda: format(1, None),
             lambda: bytes.fromhex(None), lambda: "a".find(None), lambda: "a".removesuffix(None), lambda: int.from_bytes(b"", None),
             lambda: str.maketrans("a", None), lambda: ExceptionGroup(None, 1), lambda: b"a".rjust(3, None), lambda: open(1, None),
             lambda: eval("1", "a"), lambda: eval("1", 1), lambda: type(1, a=2), lambda: operator.concat(2j, 0),
             lambda: operator.concat(range(3), 1), lambda: operator.concat([], 1), lambda: operator.countOf(1, 1),
             lambda: operator.indexOf(None, 1), lambda: (1j).__pow__("a", 1), lambda: pow(1j, 2, 3), lambda: (5).__round__(None),
             lambda: bytearray(b"x") < memoryview(b"ab"), lambda: memoryview(b"ab") < bytearray(b"x"), lambda: b"a" < memoryview(b"b"),
             lambda: 2j ** 2j, lambda: 2j ** float("inf"), lambda: float("inf") ** 2j, lambda: round(5, None)):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
# expect: TypeError encode() argument 'encoding' must be str, not None
# expect: TypeError decode() argument 'errors' must be str, not None
# expect: TypeError replace() argument 2 must be str, not None
# expect: TypeError format() argument 2 must be str, not None
# expect: TypeError fromhex() argument must be str, not None
# expect: TypeError must be str, not NoneType
# expect: TypeError removesuffix() argument must be str, not None
# expect: TypeError from_bytes() argument 'byteorder' must be str, not None
# expect: TypeError maketrans() argument 2 must be str, not None
# expect: TypeError BaseExceptionGroup.__new__() argument 1 must be str, not None
# expect: TypeError rjust() argument 2 must be a byte string of length 1, not None
# expect: TypeError open() argument 'mode' must be str, not None
# expect: TypeError globals must be a real dict; try eval(expr, {}, mapping)
# expect: TypeError globals must be a dict
# expect: TypeError type() takes no keyword arguments
# expect: TypeError 'complex' object can't be concatenated
# expect: TypeError 'range' object can't be concatenated
# expect: TypeError can only concatenate list (not "int") to list
# expect: TypeError argument of type 'int' is not iterable
# expect: TypeError argument of type 'NoneType' is not iterable
# expect: NotImplemented
# expect: ValueError complex modulo
# expect: TypeError 'NoneType' object cannot be interpreted as an integer
# expect: False
# expect: True
# expect: TypeError '<' not supported between instances of 'bytes' and 'memoryview'
# expect: (0.007927894711475971+0.04248048042515221j)
# expect: ZeroDivisionError 0.0 to a negative or complex power
# expect: ZeroDivisionError 0.0 to a negative or complex power
# expect: 5
