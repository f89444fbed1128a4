# A mro() that assigns __bases__ itself can make no cycle; what was assigned last stays.
class Meta(type):
    def mro(cls):
        hook = hooks.pop(cls.__name__, None)
        if hook:
            hook()
        return super().mro()


hooks = {}


class Root(metaclass=Meta):
    pass


class Left(Root):
    pass


class Right(Root):
    pass


class Leaf(Root):
    pass


hooks["Left"] = lambda: setattr(Right, "__bases__", (Left,))
hooks["Right"] = lambda: setattr(Left, "__bases__", (Right,))
try:
    Left.__bases__ = (Root, object)
except TypeError as error:
    print(error)
print(Left.__bases__, Right.__bases__)
hooks.clear()
hooks["Leaf"] = lambda: setattr(Leaf, "__bases__", (Right,))
Leaf.__bases__ = (Left,)
print(Leaf.__bases__, Right.__subclasses__(), Left.__subclasses__())
Left.__bases__ = (Leaf,)
print([c.__name__ for c in Left.__mro__])
# expect: a __bases__ item causes an inheritance cycle
# expect: (<class '__main__.Root'>,) (<class '__main__.Root'>,)
# expect: (<class '__main__.Right'>,) [<class '__main__.Leaf'>] []
# expect: ['Left', 'Leaf', 'Right', 'Root', 'object']
