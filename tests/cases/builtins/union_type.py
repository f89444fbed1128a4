print(int | str, int | None, None | int, int | int, int | str | int, list[int] | None, (int | str) | (str | bytes))
u = int | str
print(u.__args__, u == str | int, hash(u) == hash(str | int), type(u).__name__, isinstance(1, u), issubclass(bool, u), u.__parameters__)
for f in (lambda: int | 5, lambda: 'a' | int, lambda: u(), lambda: u[int], lambda: isinstance('', int | list[int])):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: int | str int | None None | int <class 'int'> int | str list[int] | None int | str | bytes
# expect: (<class 'int'>, <class 'str'>) True True UnionType True True ()
# expect: unsupported operand type(s) for |: 'type' and 'int'
# expect: unsupported operand type(s) for |: 'str' and 'type'
# expect: 'types.UnionType' object is not callable
# expect: int | str is not a generic class
# expect: isinstance() argument 2 cannot be a parameterized generic
