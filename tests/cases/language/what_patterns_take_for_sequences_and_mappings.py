# The nearest base that is a sequence or a mapping decides; keys that are equal and f-strings are refused.
import collections
import collections.abc


def kind(subject):
    match subject:
        case [*_]:
            seq = True
        case _:
            seq = False
    match subject:
        case {**_rest}:
            return (seq, True)
        case _:
            return (seq, False)


class Empty:
    pass


class A(Empty, collections.UserDict, collections.abc.Sequence):
    pass


class B(Empty, collections.UserList, collections.abc.Mapping):
    pass


class C(collections.UserList, dict, Empty):
    pass


class D(dict, collections.abc.Sequence, Empty):
    pass


class E(Empty, list):
    pass


print([kind(subject()) for subject in (A, B, C, D, E, Empty)])
match memoryview(b"abc"):
    case [first, *rest]:
        print(first, rest)

for pattern in ("{0: _, False: _}", "{0: _, 0.0: _}", "{0: _, 0j: _}", "{1: _, True: _}",
                "{'a': _, 'a': _}", "{2: _, 1: _}", "{'1': _, 1: _}", "{None: _, 0: _}",
                "{1e300: _, 1.5: _}", "f''", "f'{x}'", "'a' 'b'"):
    try:
        compile(f"match x:\n    case {pattern}:\n        pass\n", "text", "exec")
    except SyntaxError as e:
        print(pattern, "|", e.msg, e.lineno)
    else:
        print(pattern, "is fine")
# expect: [(False, True), (True, False), (True, False), (False, True), (True, False), (False, False)]
# expect: 97 [98, 99]
# expect: {0: _, False: _} | mapping pattern checks duplicate key (False) 2
# expect: {0: _, 0.0: _} | mapping pattern checks duplicate key (0.0) 2
# expect: {0: _, 0j: _} | mapping pattern checks duplicate key (0j) 2
# expect: {1: _, True: _} | mapping pattern checks duplicate key (True) 2
# expect: {'a': _, 'a': _} | mapping pattern checks duplicate key ('a') 2
# expect: {2: _, 1: _} is fine
# expect: {'1': _, 1: _} is fine
# expect: {None: _, 0: _} is fine
# expect: {1e300: _, 1.5: _} is fine
# expect: f'' | patterns may only match literals and attribute lookups 2
# expect: f'{x}' | patterns may only match literals and attribute lookups 2
# expect: 'a' 'b' is fine
