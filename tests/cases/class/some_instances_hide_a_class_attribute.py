# An instance that has no value of its own must not speak for those that have one.
class Field:
    sep = "class"

    def __init__(self, own):
        self.first = 1
        if own:
            self.sep = "own"

    def join(self):
        return "method"


def read(field):
    return field.sep


Field(True)
plain = Field(False)
for _ in range(40):
    read(plain)
print(read(Field(True)), read(plain))


def call(field):
    return field.join()


other = Field(False)
other.join = lambda: "own"
for _ in range(40):
    call(plain)
print(call(other), call(plain))
# expect: own class
# expect: own method
