# An AttributeError that a hook or a getter raises tells afterwards which attribute of which object was asked for.
import enum


class Hooked:
    near = 1

    def __getattr__(self, name):
        raise AttributeError(f"no {name}")

    @property
    def inner(self):
        raise AttributeError("from a getter")

    @property
    def told(self):
        raise AttributeError("told", name="other", obj=5)


class Colour(enum.Enum):
    RED = 1


hooked = Hooked()
for act in (lambda: hooked.nope, lambda: getattr(hooked, "nope"), lambda: Colour.BLUE):
    try:
        act()
    except AttributeError as error:
        print(error, error.name, error.obj is hooked, error.obj is Colour)


class Plain:
    inner = Hooked.inner
    told = Hooked.told


for name in ("inner", "told"):
    try:
        getattr(Plain(), name)
    except AttributeError as error:
        print(error, error.name, type(error.obj))
hooked.neer
# expect: no nope nope True False
# expect: no nope nope True False
# expect: BLUE BLUE False True
# expect: from a getter inner <class '__main__.Plain'>
# expect: told other <class 'int'>
# raises: AttributeError: no neer. Did you mean: 'near'?
