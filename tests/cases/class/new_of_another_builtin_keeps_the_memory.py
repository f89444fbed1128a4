# Whatever builtin __new__ a class names, the type that knows the memory makes the instance.
class Plain:
    __new__ = list.__new__


class Listed(list):
    __new__ = object.__new__


class Shared(Listed):
    pass


print(type(Plain()).__name__, Listed("ab"), Shared("c") + [1])
for maker, cls in (list, Plain), (object, Listed), (dict, Listed):
    try:
        maker.__new__(cls)
    except TypeError as error:
        print(error)
# expect: Plain ['a', 'b'] ['c', 1]
# expect: list.__new__(Plain): Plain is not a subtype of list
# expect: object.__new__(Listed) is not safe, use Listed.__new__()
# expect: dict.__new__(Listed): Listed is not a subtype of dict
