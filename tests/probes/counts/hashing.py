# Counts that `__hash__`, `__exit__` and `__repr__` see, and who is asked first whether dicts are equal.
import sys

count = sys.getrefcount


class Key:
    def __hash__(self):
        print("hash", count(self))
        return 1


key = Key()
table = {}
print("display")
{key: 1}
print("store")
table[key] = 1
print("load")
table[key]
print("in")
key in table
print("set")
{key}
print("get")
table.get(key)
print("setdefault")
table.setdefault(key, 1)
print("delete")
del table[key]
print("dict")
dict([(key, 1)])
print("fromkeys")
dict.fromkeys([key])
print("two")
{key: 1, key: 2}


def local():
    key = Key()
    {key: 1}
    {key}
    table = {}
    table[key] = 1
    hash(key)


print("local")
local()


class Named:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print("eq", self.name, other.name)
        return True

    def __hash__(self):
        print("hash of", self.name)
        return 1


a, b = Named("a"), Named("b")
print({1: a} == {1: b}, {1: a} != {1: b})
tables = {a: 1}, {b: 1}
print(tables[0] == tables[1])


class Shown:
    def __repr__(self):
        return str(count(self))


shown = Shown()
print([shown], (shown,), [[shown]], {1: shown}, [Shown()])


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        print("exit", count(self), count(error))
        return True


with Manager():
    raise ValueError
