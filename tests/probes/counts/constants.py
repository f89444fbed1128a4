# The count of a constant: the code's tuple, the interned strings, and who else holds it.
import sys

count = sys.getrefcount
print("ints", count(257), count(258), count(-6), count(10**20), count(1000000))
print("the same int twice", count(1001), count(1001))
print("floats", count(2.5), count(-2.5), count(1e300), count(2.25), count(2.25))
print("complex", count(2j), count(1 + 2j))
print("texts", count("a text with spaces"), count("again a text"), count("again a text"))
print("names", count("one_name_of_this_probe"), count("other_name"), count("other_name"))
print("bytes", count(b"some bytes"), count(b"more bytes"), count(b"more bytes"))
print("tuples", count((1, 2, 3)), count((1, 2, 4)), count((1, 2, 4)), count((1, (2, 3))), count(("x", 2.75)))
print("folded", count(60 * 60 * 24), count("ab" * 5), count("a b" * 5), count((1,) * 3), count(2 ** 40))
print("negative", count(-300), count(-(300)), count(~300))
print("frozenset", "x" in {"x", "y"})
big = 123456
print("a named int", count(big), count(123456))
text = "a named text"
print("a named text", count(text), count("a named text"))
name = "named_name"
print("a named name", count(name), count("named_name"))
real = 7.125
print("a named float", count(real), count(7.125))
pair = (5000, 6000)
print("a named tuple", count(pair), count((5000, 6000)), count(pair[0]), count(5000))
again = 123456
print("named twice", count(big), count(again))


def inside():
    print("ints", count(257), count(3001), count(3001))
    print("floats", count(4.5), count(4.75), count(4.75))
    print("texts", count("a local text"), count("local text"), count("local text"))
    print("names", count("a_local_name"), count("b_local_name"), count("b_local_name"))
    print("tuples", count((11, 12)), count((13, 14)), count((13, 14)), count((1000, "u v")))
    print("bytes", count(b"local bytes"))
    local = 777777
    print("a local int", count(local), count(777777))
    local = "some more text"
    print("a local text", count(local), count("some more text"))
    local = (1, 2, 3, 400)
    print("a local tuple", count(local), count((1, 2, 3, 400)))


inside()
inside()


def default(x=98765, y="a default text", z=(1, 98764), *, k="default_name"):
    return count(x), count(y), count(z), count(k)


print("defaults", default())


class Body:
    number = 55555
    text = "a text of the class"
    name = "name_of_the_class"
    print("in a class", count(number), count(55555), count(text), count(name))


print("of a class", count(Body.number), count(Body.text), count(Body.name))
print("in a lambda", (lambda: count(66666))(), (lambda: count("text of a lambda"))())
print("in a comprehension", [count(88888) for _ in "a"], [count("inner text") for _ in "a"])
print("shared by functions", (lambda: count(44444))(), (lambda: count(44444))(), count(44444))
print("shared texts", (lambda: count("shared text"))(), (lambda: count("shared text"))(), count("shared text"))
print("docs", count(inside.__doc__) == count(None), inside.__code__.co_consts[0])
exec("a = 987654\nprint('exec', count(a), count(987654))")
exec("print('exec twice', count(987653)); print('exec twice', count(987653))")
print("eval", eval("count(123123)"), eval("count(123123), count(123123)"), eval("count('eval text')"))
