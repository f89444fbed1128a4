# Whether the first objects of a program share an address, one after the other, where nothing else has been made.
class C:
    pass


print(id(C()) == id(C()), id(C()) == id(C()))
print(id(C()) == id(C()), id(C()) == id(C()))


class D:
    def __init__(self):
        self.a = 1
        self.b = 2


print(id(D()) == id(D()), id(D()) == id(D()))
print(id(bytes(300)) == id(bytes(301)), id(bytes(300)) == id(bytes(290)), id(bytes(20)) == id(bytes(470)))
s = "x" * 10
for k in range(5):
    i = id(s)
    s += "y"
    print(id(s) == i, list(globals())[-3:])
t = u = "x" * 30
i = id(t)
t += "y"
print(id(t) == i, len(u))
space = {}
exec("s = 'ab' * 20\ni = id(s)\ns = s + 'c'\nsame = id(s) == i", space)
print(space["same"], list(space)[1:])
