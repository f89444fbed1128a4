# Making a class that uses super() does not ask its metaclass for a repr.
class Meta(type):
    def __repr__(self):
        print("asked")
        return "made by Meta"


class Thing(metaclass=Meta):
    def __new__(cls):
        return super().__new__(cls)


print(Thing)
# expect: asked
# expect: made by Meta
