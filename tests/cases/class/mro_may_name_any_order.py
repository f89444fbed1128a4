# A metaclass may answer any order, even with object in front and classes that are no bases; what it names is looked up.
class Reversed(type):
    def mro(cls):
        return super().mro()[::-1]


class A:
    def who(self):
        return "A"


class B(A, metaclass=Reversed):
    def who(self):
        return "B"


print([c.__name__ for c in B.__mro__], B().who(), repr(B())[:9])


class Other:
    word = "first"


class Borrowing(type):
    def mro(cls):
        return [cls, Other, object]


class C(metaclass=Borrowing):
    pass


def read():
    return C.word, C().word


print(read(), read())
# expect: ['object', 'A', 'B'] A <__main__
# expect: ('first', 'first') ('first', 'first')
