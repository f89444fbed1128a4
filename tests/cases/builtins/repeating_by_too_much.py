# `__mul__` called by name says what the operator says.
for sequence in ([], (), "", b"", bytearray(), [1]):
    for count in (2**64, -2**64, 1.5):
        for name in ("__mul__", "__rmul__", "__imul__"):
            try:
                print(getattr(sequence, name, None) and getattr(sequence, name)(count))
            except (OverflowError, TypeError) as error:
                print(type(sequence).__name__, name, error)
try:
    hash(int.__dict__)
except TypeError as error:
    print(error)


# Builtins of a class of their own are asked by `__missing__`.
class Names(dict):
    def __missing__(self, name):
        return lambda *args: (name, args)


scope = {"__builtins__": Names()}
exec("x = length('abc')", scope)
print(scope["x"])
# expect: list __mul__ cannot fit 'int' into an index-sized integer
# expect: list __rmul__ cannot fit 'int' into an index-sized integer
# expect: list __imul__ cannot fit 'int' into an index-sized integer
# expect: list __mul__ cannot fit 'int' into an index-sized integer
# expect: list __rmul__ cannot fit 'int' into an index-sized integer
# expect: list __imul__ cannot fit 'int' into an index-sized integer
# expect: list __mul__ 'float' object cannot be interpreted as an integer
# expect: list __rmul__ 'float' object cannot be interpreted as an integer
# expect: list __imul__ 'float' object cannot be interpreted as an integer
# expect: tuple __mul__ cannot fit 'int' into an index-sized integer
# expect: tuple __rmul__ cannot fit 'int' into an index-sized integer
# expect: None
# expect: tuple __mul__ cannot fit 'int' into an index-sized integer
# expect: tuple __rmul__ cannot fit 'int' into an index-sized integer
# expect: None
# expect: tuple __mul__ 'float' object cannot be interpreted as an integer
# expect: tuple __rmul__ 'float' object cannot be interpreted as an integer
# expect: None
# expect: str __mul__ cannot fit 'int' into an index-sized integer
# expect: str __rmul__ cannot fit 'int' into an index-sized integer
# expect: None
# expect: str __mul__ cannot fit 'int' into an index-sized integer
# expect: str __rmul__ cannot fit 'int' into an index-sized integer
# expect: None
# expect: str __mul__ 'float' object cannot be interpreted as an integer
# expect: str __rmul__ 'float' object cannot be interpreted as an integer
# expect: None
# expect: bytes __mul__ cannot fit 'int' into an index-sized integer
# expect: bytes __rmul__ cannot fit 'int' into an index-sized integer
# expect: None
# expect: bytes __mul__ cannot fit 'int' into an index-sized integer
# expect: bytes __rmul__ cannot fit 'int' into an index-sized integer
# expect: None
# expect: bytes __mul__ 'float' object cannot be interpreted as an integer
# expect: bytes __rmul__ 'float' object cannot be interpreted as an integer
# expect: None
# expect: bytearray __mul__ cannot fit 'int' into an index-sized integer
# expect: bytearray __rmul__ cannot fit 'int' into an index-sized integer
# expect: bytearray __imul__ cannot fit 'int' into an index-sized integer
# expect: bytearray __mul__ cannot fit 'int' into an index-sized integer
# expect: bytearray __rmul__ cannot fit 'int' into an index-sized integer
# expect: bytearray __imul__ cannot fit 'int' into an index-sized integer
# expect: bytearray __mul__ 'float' object cannot be interpreted as an integer
# expect: bytearray __rmul__ 'float' object cannot be interpreted as an integer
# expect: bytearray __imul__ 'float' object cannot be interpreted as an integer
# expect: list __mul__ cannot fit 'int' into an index-sized integer
# expect: list __rmul__ cannot fit 'int' into an index-sized integer
# expect: list __imul__ cannot fit 'int' into an index-sized integer
# expect: list __mul__ cannot fit 'int' into an index-sized integer
# expect: list __rmul__ cannot fit 'int' into an index-sized integer
# expect: list __imul__ cannot fit 'int' into an index-sized integer
# expect: list __mul__ 'float' object cannot be interpreted as an integer
# expect: list __rmul__ 'float' object cannot be interpreted as an integer
# expect: list __imul__ 'float' object cannot be interpreted as an integer
# expect: unhashable type: 'mappingproxy'
# expect: ('length', ('abc',))
