# What is one object and what is two: constants of one line, of one file, of different functions; computed values.
import sys


def same(label, *pairs):
    print(label, [a is b for a, b in pairs])


a = 257
b = 257
same("ints of two lines", (a, b), (a, 257), (a, int("257")), (a, 256 + 1), (a, a + 0))
c, d = 1000, 1000
same("ints of one line", (c, d), (c, 1000), (-c, -1000), (-1000, -1000))
same("small ints", (int("256"), 256), (int("257"), 257), (int("-5"), -5), (int("-6"), -6), (a - 1, 256))
x = "hello world!"
y = "hello world!"
same("texts", (x, y), (x, "hello world!"), (x, "hello " + "world!"), (x, "".join(["hello ", "world!"])))
u = "name_1"
v = "name_1"
same("names", (u, v), (u, "name_" + str(1)), (u, sys.intern("name_" + str(1))))
same("letters", ("a"[0], "a"), ("abc"[1], "b"), (chr(97), "a"), (str(1), "1"), ("é"[0], "é"), (chr(1000), chr(1000)))
f = 1.5
g = 1.5
same("floats", (f, g), (f, 1.5), (0.0, -0.0), (f, f + 0), (float(f), f), (+f, f))
t = (1, 2, 3)
s = (1, 2, 3)
same("tuples", (t, s), (t, (1, 2, 3)), (t[:], t), (tuple(t), t), (t + (), t), (t * 1, t), (tuple([1, 2, 3]), t))
same("nested", (((1, 2), 3), ((1, 2), 3)), (((1, 2), 3)[0], (1, 2)), ((), ()), (tuple([]), ()), ((1,) * 0, ()))
same("bytes", (b"ab cd", b"ab cd"), (bytes(b"q"), b"q"), (bytes(0), b""), (b"ab"[:1], b"a"), (b"ab" * 0, b""))
same("frozensets", (frozenset(), frozenset()), (frozenset([1]), frozenset([1])))
same("mutable", ([], []), ({}, {}), (set(), set()), (object(), object()))
same("folded", (256 + 1, 257), ("a" + "b", "ab"), ("ab" * 3, "ababab"), ((1, 2) + (3,), (1, 2, 3)), (1 << 100, 1 << 100))
same("big folds", (2**64, 2**64), (2**200, 2**200), ("ab" * 2048, "ab" * 2048), ("ab" * 2049, "ab" * 2049))
same("equal, not the same type", (1, True), (1, 1.0), (0, False), (1.0, 1 + 0j))


def one():
    return 123456, "some text of one", (9, 8, 7), 3.25, b"bytes!"


def two():
    return 123456, "some text of one", (9, 8, 7), 3.25, b"bytes!"


same("functions", *zip(one(), two()), *zip(one(), one()))
same("module and function", (one()[0], 123456), (one()[1], "some text of one"), ((lambda: 123456)(), 123456))


class Body:
    number = 123456
    text = "some text of one"


same("class body", (Body.number, one()[0]), (Body.text, one()[1]))


def default(x=123456, y=(9, 8, 7)):
    return x, y


same("defaults", (default()[0], 123456), (default()[1], one()[2]))
space = {}
exec("a = 123456; b = 123456; t = 'some text of one'; n = 'one_name'", space)
same("exec", (space["a"], space["b"]), (space["a"], one()[0]), (space["t"], one()[1]), (space["n"], "one_name"))
same("eval", (eval("123456"), eval("123456")), (eval("(5000, 5000)")[0], eval("(5000, 5000)")[1]))
code = compile("x = 99999\ny = 99999\n", "f", "exec")
exec(code, space)
same("compile", (space["x"], space["y"]))
word = "word"
same(
    "unchanged",
    (word + "", word),
    ("" + word, word),
    (word * 1, word),
    (word.strip(), word),
    (word.replace("q", "x"), word),
    (word.center(2), word),
    (word.split()[0], word),
    ("".join([word]), word),
    ("%s" % word, word),
    ("{}".format(word), word),
    (f"{word}", word),
    (word[:], word),
    (str(word), word),
    (word.partition("q")[0], word),
    (word.lower(), word),
    (word.encode().decode(), word),
    (word.expandtabs(), word),
    (word.zfill(1), word),
    (word.ljust(1), word),
)
i = 10**6
same("ints unchanged", (int(i), i), (+i, i), (abs(i), i), (round(i), i), (i + 0, i), (i * 1, i), (i | 0, i), (i // 1, i), (i**1, i))
same("bool", (bool(1), True), (not 0, True), (1 == 1, True), (int(True), 1))


class C:
    def m(self):
        pass


o = C()
same("attributes", (o.m, o.m), (C.m, C.m), (C.__dict__, C.__dict__), (o.__dict__, o.__dict__), (o.__class__, C))
print("locals", (lambda: locals() is locals())(), globals() is globals(), vars() is globals())
for same_one in ([1, 2], (3, 4)):
    w = same_one
same("after a loop", (w, same_one))
