class A:
    pass
class B(A):
    pass
print(isinstance(B(), A), isinstance(1, (str, int)), isinstance(1, (str, (bytes, int))), isinstance(True, int), isinstance(1, int | str), isinstance('a', (list, int | str)))
print(issubclass(B, A), issubclass(A, (B, A)), issubclass(bool, int), issubclass(int, int | None))
for f in (lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: isinstance(1, list[int]), lambda: isinstance(1, (int, 5)), lambda: isinstance('a', (int, 5))):
    try:
        print(f())
    except TypeError as e:
        print(e)
# expect: True True True True True True
# expect: True True True True
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: issubclass() arg 1 must be a class
# expect: issubclass() arg 2 must be a class, a tuple of classes, or a union
# expect: isinstance() argument 2 cannot be a parameterized generic
# expect: True
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
