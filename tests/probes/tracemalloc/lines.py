# The lines to which tracemalloc books the memory of constructs that are written over several lines.
import gc
import tracemalloc

CONSTRUCTS = {
    "list": "x = [\n    1000 * a,\n    [],\n    (\n        a, a),\n]\n",
    "dict": "x = {\n    a * 1000:\n        [],\n    'b':\n        {},\n}\n",
    "set": "x = {\n    a * 1000,\n    a * 2000,\n}\n",
    "tuple": "x = (\n    a * 1000,\n    [],\n    a,\n)\n",
    "call": "x = list(\n    (a,\n     a))\n",
    "call of function": "x = f(\n    [],\n    [\n        a],\n)\n",
    "method": "x = 'abc'.replace(\n    'b',\n    'x' * a,\n)\n",
    "method chain": "x = ('abc '\n    .replace('b', 'xy' * a)\n    .strip()\n    .upper())\n",
    "method call lines": "x = t.\\\n    split(\n    ' '\n)\n",
    "constructor": "x = C(\n    a,\n    [],\n)\n",
    "constructor keyword": "x = C(\n    a=[],\n    b=\n    {},\n)\n",
    "arithmetic": "x = (a *\n    1000 +\n    a *\n    2000)\n",
    "concatenation": "x = ('abc' * a +\n    'def' * a\n    + 'x')\n",
    "comparison": "x = ([a] ==\n    [a], [])\n",
    "list comprehension": "x = [\n    [y]\n    for y in\n    range(\n    3)\n    if\n    y]\n",
    "list comprehension long": "x = [\n    a\n    for y in\n    range(40)\n]\n",
    "dict comprehension": "x = {\n    y:\n    [y]\n    for y in\n    range(3)\n}\n",
    "set comprehension": "x = {\n    y * 1000\n    for y in\n    range(7)\n}\n",
    "generator": "x = (\n    [y]\n    for y in\n    range(3)\n)\n",
    "generator run": "x = list(\n    [y]\n    for y in\n    range(3)\n)\n",
    "nested comprehension": "x = [\n    [\n        z * 1000\n        for z in range(3)]\n    for y in\n    range(3)]\n",
    "function": "def x(\n    b=a * 1000,\n    *,\n    c=[],\n):\n    return (\n        [])\n",
    "function annotated": "def x(\n    b: a,\n    c: 'text' = 5,\n) -> [\n    a\n]:\n    pass\n",
    "decorated": "@g\n@g\ndef x(\n    b=a * 1000,\n):\n    pass\n",
    "closure": "def h():\n    b = []\n    def i():\n        return b\n    return i\nx = h()\n",
    "lambda": "x = (\n    lambda\n    b=[]:\n    b)\n",
    "class": "class x:\n    a = [\n    ]\n    def m(self):\n        pass\n    b = 1.5 * a.__len__()\n",
    "class with base": "class x(\n    C,\n):\n    __slots__ = (\n        'q', 'r')\n",
    "decorated class": "@g\nclass x:\n    def m(\n        self,\n        b=[]):\n        pass\n",
    "conditional": "x = (\n    [a]\n    if a else\n    [a, a])\n",
    "conditional false": "x = (\n    [a]\n    if not a else\n    [a,\n     a])\n",
    "boolean": "x = (\n    [] or\n    {} or\n    [a])\n",
    "f-string": "x = (f'{a} and '\n    f'{a * 1000}'\n    f' end')\n",
    "format": "x = '%s %s' % (\n    a,\n    a * 1000)\n",
    "star": "x = [\n    *range(3),\n    *\n    (a, a),\n]\n",
    "double star": "x = {\n    **{'a': a},\n    'b':\n    [],\n}\n",
    "call star": "x = f(\n    *[a,\n    a],\n    **{},\n)\n",
    "subscript": "x = [1, 2, 3][\n    1:\n    a + 1]\n",
    "subscript store": "d = {}\nd[\n    a * 1000\n] = [\n    a]\nx = d\n",
    "attribute store": "x = C(1)\nx.\\\n    q = \\\n    [a]\n",
    "unpacking": "x, *y = (\n    a,\n    [],\n    a)\n",
    "augmented": "x = []\nx += [\n    a,\n    a * 1000]\nx.append(\n    a)\n",
    "augmented str": "x = 'abc' * a\nx += (\n    'def' *\n    a)\n",
    "with": "with W(\n    a\n) as x:\n    x = [\n    a]\n",
    "try": "try:\n    raise ValueError(\n        'text',\n        [])\nexcept ValueError as e:\n    e.__traceback__ = None\n    x = e\n",
    "for": "x = []\nfor i in (\n    1, 2, 3):\n    x.append(\n        [i])\n",
    "while": "x = []\nwhile (\n    len(x) <\n    3):\n    x.append(\n        []\n    )\n",
    "walrus": "x = [\n    (y := [a]),\n    y]\n",
    "assert": "x = []\nassert (\n    [a]), \\\n    'never'\n",
    "return": "def h():\n    return (\n        a,\n        [])\nx = h(\n)\n",
    "yield": "def h():\n    b = yield [\n        a]\n    yield (\n        b, [])\nx = list(\n    h())\n",
    "global store": "value_never_seen_before_1 = [\n    1]\nvalue_never_seen_before_2 = (\n    a, a)\nx = 0\n",
    "instance attributes": "x = C(\n    [])\nx.r = \\\n    1\nx.s = [\n    ]\n",
    "import": "import keyword as x\n",
    "int": "x = int(\n    '123456')\n",
    "nested calls": "x = f(\n    f(\n        [a],\n        f(\n            a, [])),\n    a)\n",
    "sorted": "x = sorted(\n    [3, 2, a],\n    key=lambda y:\n        [y])\n",
    "map": "x = list(map(\n    lambda y:\n        [y],\n    [1, 2]))\n",
    "join": "x = ''.join(\n    [str(y)\n     for y in range(3)])\n",
    "slots": "class x:\n    __slots__ = 'a', 'b'\nx = [x(),\n    x()]\n",
    "property": "class x:\n    @property\n    def p(\n        self):\n        return 1\n",
    "super": "class x(C):\n    def __init__(self):\n        super().__init__(\n            [])\nx = x()\n",
    "star arguments": "def h(*args, **kw):\n    return args, kw\nx = h(\n    1,\n    2, b=\n    3)\n",
}


def f(*args):
    return list(args)


def g(function):
    return function


class C:
    def __init__(self, a=None, b=None):
        self.a = a
        self.b = [b]


class W:
    def __init__(self, a):
        self.a = a

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return False


def run(code, frames=1):
    space = {"a": 2, "t": "a b c", "f": f, "g": g, "C": C, "W": W, "x": None, "__name__": "m"}
    tracemalloc.start(frames)
    exec(code, space)
    traces = tracemalloc.take_snapshot().traces
    tracemalloc.stop()
    return traces


for name, text in CONSTRUCTS.items():
    code = compile(text, "construct", "exec")
    run(code)
    run(code)
    gc.collect()
    rows = {}
    for trace in run(code):
        frame = trace.traceback[0]
        if frame.filename in ("construct", __file__) and not (frame.filename == __file__ and frame.lineno == run.__code__.co_firstlineno + 3):
            place = frame.lineno if frame.filename == "construct" else "line %d" % frame.lineno
            rows.setdefault(str(place), []).append(trace.size)
    print("%s:" % name, "; ".join("%s: %s" % (place, sorted(rows[place])) for place in sorted(rows)))
