import sys
for o in (enumerate([]), zip(), map(int, []), filter(None, []), reversed([]), reversed('a'), iter([]), iter(()), iter(range(1)), iter({}), iter(set()), iter(int, 1), {}.keys(), iter({}.items()), range(1), slice(1)):
    print(type(o).__name__, sys.getsizeof(o))
# expect[3.8]: enumerate 64
# expect[3.9]: enumerate 64
# expect[3.10]: enumerate 64
# expect[3.11]: enumerate 72
# expect[3.12]: enumerate 72
# expect[3.13]: enumerate 72
# expect[3.8]: zip 56
# expect[3.9]: zip 56
# expect[3.10]: zip 64
# expect[3.11]: zip 64
# expect[3.12]: zip 64
# expect[3.13]: zip 64
# expect: map 48
# expect: filter 48
# expect: list_reverseiterator 48
# expect: reversed 48
# expect: list_iterator 48
# expect: tuple_iterator 48
# expect[3.8]: range_iterator 48
# expect[3.9]: range_iterator 48
# expect[3.10]: range_iterator 48
# expect[3.11]: range_iterator 48
# expect[3.12]: range_iterator 40
# expect[3.13]: range_iterator 40
# expect: dict_keyiterator 72
# expect: set_iterator 64
# expect: callable_iterator 48
# expect: dict_keys 40
# expect: dict_itemiterator 72
# expect: range 48
# expect: slice 56
