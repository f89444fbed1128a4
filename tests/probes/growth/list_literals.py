# How much room a list literal has: constants, names, mixtures, by the number of items.
import sys


def slots(items):
    return (sys.getsizeof(items) - sys.getsizeof([])) // 8


x = 1234
for n in list(range(0, 45)) + [60, 64, 65, 100, 200]:
    constants = slots(eval("[" + ", ".join(str(i) for i in range(n)) + "]"))
    names = slots(eval("[" + ", ".join("x" for i in range(n)) + "]"))
    mixed = slots(eval("[" + ", ".join("x" if i == n - 1 else str(i) for i in range(n)) + "]"))
    texts = slots(eval("[" + ", ".join("'a'" for i in range(n)) + "]"))
    print(n, "constants", constants, "names", names, "mixed", mixed, "texts", texts)
