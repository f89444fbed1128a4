print(list("a\u20ac\U0001f600"), [*"ab"], tuple(""), sorted("hello"), set("aa"))
print(type(iter("a")).__name__, type(iter("\u00e9")).__name__)
it = iter("abc")
print(next(it), it.__length_hint__(), list(it), list(it), it.__length_hint__())
print(list(reversed("abc")), list(enumerate("ab")), max("hello"))
# expect: ['a', '€', '😀'] ['a', 'b'] () ['e', 'h', 'l', 'l', 'o'] {'a'}
# expect: str_ascii_iterator str_iterator
# expect: a 2 ['b', 'c'] [] 0
# expect: ['c', 'b', 'a'] [(0, 'a'), (1, 'b')] o
