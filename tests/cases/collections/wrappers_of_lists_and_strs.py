# UserList takes any iterable once; UserString says what its copies are made of; subclass hooks must answer with lists.
import abc
import collections


class Lying(list):
    def __iter__(self):
        yield 1


print(collections.UserList(Lying([2])), collections.UserList("ab"), collections.UserList(collections.UserList([3])))
print(collections.UserString("abc").__getnewargs__())
for answer in (None, lambda x: [], lambda: 42, lambda: [42]):
    class Asked(metaclass=abc.ABCMeta):
        __subclasses__ = answer
    try:
        print(issubclass(int, Asked))
    except TypeError as e:
        print(type(e).__name__)
# expect: [1] ['a', 'b'] [3]
# expect: ('abc',)
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
