class Meta(type):
    def __instancecheck__(cls, obj):
        return obj == 'magic'
    def __subclasscheck__(cls, sub):
        return sub is int
class M(metaclass=Meta):
    pass
print(isinstance('magic', M), isinstance(1, M), isinstance(M(), M), issubclass(int, M), issubclass(str, M))
class Fake:
    __class__ = int
print(isinstance(Fake(), int), type(Fake()) is Fake)
# expect: True False True True False
# expect: True True
