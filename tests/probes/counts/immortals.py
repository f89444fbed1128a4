# Which objects are never counted, and the changes of the counts of those that are.
import sys

count = sys.getrefcount
MANY = 10**6


def change(obj):
    """By how much three more references raise the count."""
    before = count(obj)
    held = [obj, obj, obj]
    after = count(obj)
    del held
    return after - before, count(obj) == before


def kind(obj):
    n = count(obj)
    return "immortal" if n == 4294967295 else "many" if n > MANY else "counted"


letter = "q"
things = [
    ("None", None), ("True", True), ("False", False), ("Ellipsis", ...), ("NotImplemented", NotImplemented),
    ("0", 0), ("-5", -5), ("256", 256), ("257", int("257")), ("-6", int("-6")), ("empty tuple", ()),
    ("empty str", ""), ("empty bytes", b""), ("a letter", letter), ("a Latin-1 letter", chr(233)), ("a wide letter", chr(1000)),
    ("a byte", b"q"), ("a name", "".join(["a_", "name"])), ("an interned name", sys.intern("".join(["b_", "name"]))),
    ("empty frozenset", frozenset()), ("int", int), ("object", object), ("type", type), ("ValueError", ValueError),
    ("len", len), ("sys", sys), ("a float", 0.0), ("a range", range(0)), ("list.append", list.append),
    ("print", print), ("a class", type("C", (), {})), ("a lambda", lambda: 0), ("NoneType", type(None)),
    ("a type of an iterator", type(iter([]))), ("the type of modules", type(sys)),
]
for name, thing in things:
    print(name, change(thing), kind(thing))
x = 7
y = 7
print("an int is shared", x is y, count(x) == count(y))
n = 256
m = n + 1
print("the border", n is int("256"), m is n + 1, count(m))
