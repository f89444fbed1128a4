# UserString says what its copies are made of; __subclasses__ must answer with a list.
import abc
import collections


print(collections.UserString("abc").__getnewargs__())
for answer in (None, lambda x: [], lambda: 42, lambda: [42]):
    class Asked(metaclass=abc.ABCMeta):
        __subclasses__ = answer
    try:
        print(issubclass(int, Asked))
    except TypeError as e:
        print(type(e).__name__)
# expect: ('abc',)
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
