# Which attributes of builtin types are members, and what setting and deleting them says.
import collections
import functools
import types


def function():
    pass


def generator():
    yield


made = generator()
things = [
    function, made, function.__code__, slice(1), range(3), property(), super(int, 5), 1j, [].append, list.append, int.__add__,
    (1).__add__, classmethod(function), staticmethod(function), types.MethodType(function, 1), functools.partial(function),
    collections.defaultdict(), StopIteration(1), OSError(1, "a"), SystemExit(2), type(function).__dict__["__closure__"],
]
MEMBERS = {
    "function": "__closure__ __doc__ __globals__ __module__ __code__ __defaults__ __name__ __qualname__",
    "generator": "gi_code gi_running __name__ gi_frame gi_yieldfrom",
    "code": "co_name co_varnames co_freevars co_cellvars co_code co_consts co_firstlineno co_stacksize",
}
for thing in things:
    kind = type(thing)
    names = MEMBERS.get(kind.__name__)
    names = names.split() if names else [n for n in vars(kind) if type(vars(kind)[n]).__name__.endswith("_descriptor")]
    kinds = {n: type(vars(kind)[n]).__name__ for n in names}
    print(kind.__name__, sorted(n for n in kinds if kinds[n] == "member_descriptor" and n not in ("__builtins__", "__wrapped__", "__vectorcalloffset__")))
for name in ("__basicsize__", "__itemsize__", "__flags__", "__base__", "__mro__", "__name__", "__dict__", "__bases__"):
    print("type", name, type(type.__dict__[name]).__name__)


class C:
    pass


for thing, name in ((function, "__closure__"), (made, "gi_code"), (made, "gi_frame"), (made, "gi_running"), (function.__code__, "co_name"),
                    (function.__code__, "co_varnames"), (slice(1), "start"), (range(3), "stop"), (property(), "fget"), (C, "__base__"),
                    (C, "__mro__"), (C, "__flags__"), (super(int, 5), "__self__"), (1j, "real"), (1.5, "real"), (list.append, "__name__"),
                    (list.append, "__doc__"), ((1).__add__, "__self__"), (functools.partial(function), "func"), ([].append, "__self__")):
    for change in (lambda: setattr(thing, name, 1), lambda: delattr(thing, name)):
        try:
            change()
            print(name, "changed")
        except Exception as error:
            print(name, type(error).__name__, error)
for kind in (type(function), type(made), collections.deque, memoryview, type(function.__code__)):
    print(kind.__name__, kind.__dictoffset__, kind.__weakrefoffset__)
