# Counts of strings that are made at run time, and what interning, dicts and attributes add.
import sys

count = sys.getrefcount
part = "zz"


class Thing:
    pass


thing = Thing()
print("made", count(part + "1" + str(5)), count(str(123456)), count("%s-x" % part), count(f"{part}-y"), count(part * 3))
a = part + "2"
print("named", count(a))
a = sys.intern(a)
print("interned", count(a))
b = sys.intern(part + "2")
print("interned again", b is a, count(a))
print("interned and dropped", count(sys.intern(part + "3")))
c = part + "4"
setattr(thing, c, 1)
print("an attribute's name", count(c))
delattr(thing, c)
print("deleted", count(c))
d = {}
e = part + "5"
d[e] = e
print("a dict's key and value", count(e))
f = "".join([part, "6"])
print("joined", count(f), count("".join([part])), count(part))
letter = "q"
print("one letter", count(letter) > 2, "".join([letter]) is letter, letter[:] is letter)
g = "héé"
print("not ASCII", count(g + part), count("ü" + part))
print("slices", count(a[:]), count(a[0:2]), a[:] is a, str(a) is a)
print("split", [count(x) for x in "one two".split()], count("one two".split()[0]))
print("upper", count(part.upper()), count(part.strip()), part.strip() is part, part.replace("q", "r") is part)
table = {"key" + str(1): "value" + str(1)}
for k, v in table.items():
    print("in a loop", count(k), count(v))
for word in "some words".split():
    print("a word", count(word))
globals()["name_" + part] = part
print("a name of globals", [count(k) for k in globals() if k.endswith("_zz")])
try:
    sys.intern(b"x")
except TypeError as e:
    print(e)


class Text(str):
    pass


try:
    sys.intern(Text("x"))
except TypeError as e:
    print(e)
h = Text("some")
print("a subclass", count(h), count(str(h)), str(h) is h)
