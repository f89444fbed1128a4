# How much room a list or set display with starred items has.
import sys


def slots(items):
    return (sys.getsizeof(items) - sys.getsizeof([])) // 8


x = 1234
for n in list(range(0, 45)) + [60, 64, 65, 100, 200]:
    front = slots(eval("[*(), " + ", ".join("x" for i in range(n)) + "]"))
    back = slots(eval("[" + "x, " * n + "*(1, 2)]"))
    both = slots(eval("[" + "x, " * n + "*(1, 2), " + "x, " * n + "]"))
    print("list", n, front, back, both)
for n in range(1, 24):
    front = sys.getsizeof(eval("{*(), " + ", ".join(str(i) for i in range(n)) + "}"))
    back = sys.getsizeof(eval("{" + ", ".join(str(i) for i in range(n)) + ", *(1, 2)}"))
    print("set", n, front, back)
