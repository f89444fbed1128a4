# When dicts begin and stop being tracked.
import collections
import gc

gc.disable()
x = 12345


class C:
    pass


class S:
    __slots__ = ()


def show(label, make):
    value = make()
    states = [gc.is_tracked(value)]
    for generation in (0, 1, 2, 2):
        gc.collect(generation)
        states.append(gc.is_tracked(value))
    print(label, *["yes" if state else "no" for state in states])


show("{}", lambda: {})
show("dict()", lambda: dict())
show("{1: 2}", lambda: {1: x})
show("{'a': 1}", lambda: {"a": x})
show("{'a': None, 'b': 1.5, 3: b''}", lambda: {"a": None, "b": 1.5 * x, 3: b""})
show("{'a': []}", lambda: {"a": []})
show("{'a': {}}", lambda: {"a": {}})
show("{'a': (1,)} constant", lambda: {"a": (1,)})
show("{'a': (x,)}", lambda: {"a": (x,)})
show("{(x,): 1}", lambda: {(x,): 1})
show("{C(): 1}", lambda: {C(): 1})
show("{'a': C()}", lambda: {"a": C()})
show("{'a': S()}", lambda: {"a": S()})
show("{'a': object()}", lambda: {"a": object()})
show("{'a': int}", lambda: {"a": int})
show("{'a': len}", lambda: {"a": len})
show("{'a': range}", lambda: {"a": range(3)})
show("dict(a=1)", lambda: dict(a=x))
show("dict(a=[])", lambda: dict(a=[]))
show("dict(pairs)", lambda: dict([(1, 2)]))
show("fromkeys", lambda: dict.fromkeys("abc"))
show("fromkeys list", lambda: dict.fromkeys("abc", []))
show("copy", lambda: {1: x}.copy())
show("copy of tracked", lambda: {1: []}.copy())
show("comprehension", lambda: {i: i for i in range(3)})
show("comprehension of lists", lambda: {i: [] for i in range(3)})
show("| ", lambda: dict({1: 2}, **{"a": 3}))


def emptied():
    d = {1: []}
    del d[1]
    return d


def cleared():
    d = {1: []}
    d.clear()
    return d


def replaced():
    d = {1: []}
    d[1] = 1
    return d


def popped():
    d = {1: []}
    d.pop(1)
    return d


def updated():
    d = {}
    d.update({1: []})
    return d


def updated_atomic():
    d = {}
    d.update({1: 2})
    return d


def updated_after():
    d = {1: []}
    d[1] = 1
    e = {}
    e.update(d)
    return e


def setdefault():
    d = {}
    d.setdefault(1, [])
    return d


def setdefault_atomic():
    d = {}
    d.setdefault(1, 2)
    return d


def keywords():
    def f(**kw):
        return kw
    return f(a=1)


def keywords_list():
    def f(**kw):
        return kw
    return f(a=[])


def instance(**attributes):
    def make():
        c = C()
        for name, value in attributes.items():
            setattr(c, name, value)
        return c.__dict__
    return make


for make in (emptied, cleared, replaced, popped, updated, updated_atomic, updated_after, setdefault, setdefault_atomic,
             keywords, keywords_list):
    show(make.__name__, make)
show("instance", instance())
show("instance a=1", instance(a=1))
show("instance a=[]", instance(a=[]))
show("defaultdict", lambda: collections.defaultdict(int))
show("OrderedDict", lambda: collections.OrderedDict())
show("Counter", lambda: collections.Counter("abc"))
show("subclass", lambda: type("D", (dict,), {})())
show("globals", lambda: globals())
