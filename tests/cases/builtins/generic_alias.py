print(list[int], dict[str, list[int]], tuple[int, ...], tuple[()], list['x'], list[None], set[int | None])
a = list[int]
print(a.__origin__, a.__args__, a.__parameters__, a == list[int], a != list[str], hash(a) == hash(list[int]), a([1, 2]), type(a).__name__)
print(a.append, a.__class__, list(a), [*tuple[int]])
for f in (lambda: isinstance([], list[int]), lambda: issubclass(list, list[int]), lambda: list[int][str], lambda: list[int].nope, lambda: int[str]):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
# expect: list[int] dict[str, list[int]] tuple[int, ...] tuple[()] list['x'] list[None] set[int | None]
# expect: <class 'list'> (<class 'int'>,) () True True True [1, 2] GenericAlias
# expect: <method 'append' of 'list' objects> <class 'types.GenericAlias'> [*list[int]] [*tuple[int]]
# expect: TypeError isinstance() argument 2 cannot be a parameterized generic
# expect: TypeError issubclass() argument 2 cannot be a parameterized generic
# expect: TypeError list[int] is not a generic class
# expect: AttributeError type object 'list' has no attribute 'nope'
# expect: TypeError type 'int' is not subscriptable
