# The sizes of plain instances and of their dicts, first, second and later ones, by the number of attributes.
import sys

size = sys.getsizeof


def make(n):
    body = "class C:\n    def __init__(self):\n" + "".join("        self.a%d = %d\n" % (i, i) for i in range(n))
    space = {}
    exec(body + "        pass\n", space)
    return space["C"]


for n in (0, 1, 2, 3, 5, 6, 8, 10, 11, 15, 21, 22, 28, 29, 30, 31, 40):
    C = make(n)
    kept = []
    shown = []
    for k in range(40):
        c = C()
        kept.append(c)
        if k < 5 or k in (10, 27, 28, 29, 30, 39):
            shown.append(size(c.__dict__))
    print(n, size(c), C.__basicsize__, shown, [size(kept[i].__dict__) for i in (0, 1, 20)])
