# Small integers and strings of one file are shared; what is computed is not.
import sys

small, again = 100, 100
print(small is again, id(small) == id(again))
big, other = 1000, 1000
print(big is other)
word, same = "hello", "hello"
built = "".join(list("hello"))
print(word is same, word is built, word is sys.intern(built))
print(None is None, True is True, int("1000") is big, int("100") is small)
# expect: True True
# expect: True
# expect: True False True
# expect: True True False True
