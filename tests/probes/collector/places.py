# After which statement of straight-line code an automatic collection becomes visible.
import gc

seen = []


def note(phase, info):
    if phase == "start":
        seen.append(info["generation"])


def empty():
    pass


class P:
    @property
    def p(self):
        return 1

    def m(self):
        return 1

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return False

    def __len__(self):
        return 1


o = P()
z = 12345
STATEMENTS = [
    "pass", "q = []", "len(())", "isinstance(1, int)", "type(1)", "L.append(1)", "abs(1)", "str(1)", "[].copy()", "int()",
    "empty()", "for i in (1,): pass", "while a: a = a - 1", "while b: b = b - 1", "[i for i in (1,)]",
    "with o: pass", "o.p", "o.m()", "try:\n    raise ValueError\nexcept ValueError: pass", "f'{z}'", "q = 1 + 2", "q = (L, L)",
    "q = {}", "q = {1: 2}", "q = {1, 2}", "q = lambda: 1", "q = L[0]", "q = o.m", "del q", "min(1, 2)", "q = 'a' + str0",
    "q, r = L[:2]", "q = not L", "if L: pass", "q = L == L", "q = len(o)", "q = -z", "q = z ** 2", "global g; g = 1",
    "def h(): pass", "class K: pass", "P()", "dict()", "list()", "tuple()", "sorted(L)", "L.sort()", "print(end='')",
    "assert L", "'%d' % z", "'{}'.format(z)", "q = [*L]", "q = f''", "q = x if L else z", "sum(L)", "q = iter(L)", "next(iter(L))",
]
TEMPLATE = """
def run(L, a, b, str0, q, x):
    t01 = []; t02 = []; t03 = []; t04 = []; t05 = []; t06 = []; t07 = []; t08 = []; t09 = []; t10 = []
    t11 = []; t12 = []; t13 = []; t14 = []; t15 = []; t16 = []; t17 = []; t18 = []; t19 = []; t20 = []
    t01 = seen[:]
    %s
    t02 = seen[:]
    for i in (1, 2): pass
    return t01, t02, seen[:]
"""


def words(kept):
    return ["not yet" if not seen else "yes" for seen in kept]


for statement in STATEMENTS:
    space = {"seen": seen, "empty": empty, "o": o, "z": z, "P": P}
    exec(TEMPLATE % statement.replace("\n", "\n    "), space)
    run = space["run"]
    gc.disable()
    for _ in range(30):
        run([1, 2, 3], 1, 3, "b", 1, 1)
    full = [[] for _ in range(100)]
    gc.collect()
    gc.callbacks.append(note)
    seen.clear()
    keep = [[] for _ in range(0)]
    gc.set_threshold(10, 1000, 1000)
    gc.enable()
    result = run([1, 2, 3], 1, 3, "b", 1, 1)
    gc.disable()
    gc.callbacks.remove(note)
    print(statement.replace("\n", "; "), "|", *words(result[:2]))
