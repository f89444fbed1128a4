d = {'a': 1, 'b': 2}
it = iter(d)
print(type(it).__name__, it.__length_hint__(), next(it), it.__length_hint__(), it.__reduce__()[1], list(it), it.__length_hint__())
for view in (d.keys(), d.values(), d.items()):
    print(type(iter(view)).__name__, type(reversed(view)).__name__, next(iter(view)))
# expect: dict_keyiterator 2 a 1 (['b'],) ['b'] 0
# expect: dict_keyiterator dict_reversekeyiterator a
# expect: dict_valueiterator dict_reversevalueiterator 1
# expect: dict_itemiterator dict_reverseitemiterator ('a', 1)
