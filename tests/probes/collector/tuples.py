# When tuples stop being tracked.
import gc

gc.disable()
x = 12345
inner = (x, "a")


class C:
    pass


def show(label, make):
    value = make()
    states = [gc.is_tracked(value)]
    for generation in (0, 1, 2, 2, 2):
        gc.collect(generation)
        states.append(gc.is_tracked(value))
    print(label, *["yes" if state else "no" for state in states])


show("()", lambda: ())
show("(1, 2)", lambda: (1, 2))
show("(x,)", lambda: (x,))
show("(x, 'a')", lambda: (x, "a"))
show("(x, None, 1.5, b'', True)", lambda: (x, None, 1.5, b"", True))
show("([],)", lambda: ([],))
show("({},)", lambda: ({},))
show("({1: 2},)", lambda: ({1: x},))
show("(C(),)", lambda: (C(),))
show("(C,)", lambda: (C,))
show("(len,)", lambda: (len,))
show("(int,)", lambda: (int,))
show("(object(),)", lambda: (object(),))
show("((x,),)", lambda: ((x,),))
show("((x, x), x)", lambda: ((x, x), x))
show("(((x,),),)", lambda: (((x,),),))
show("((((x,),),),)", lambda: ((((x,),),),))
show("(inner, x)", lambda: (inner, x))
show("tuple([1])", lambda: tuple([1]))
show("tuple([x, [x]])", lambda: tuple([x, [x]]))
show("(x,) * 3", lambda: (x,) * 3)
show("(x,) + (x,)", lambda: (x,) + (x,))
show("(x, x)[:1]", lambda: (x, x)[:1])
show("divmod", lambda: divmod(x, 7))
show("zip", lambda: next(zip([1], [2])))
show("items", lambda: next(iter({1: 2}.items())))
show("enumerate", lambda: next(enumerate([1])))
show("args", lambda: (lambda *a: a)(x, x))
show("range", lambda: (range(x),))
show("complex", lambda: (1j * x,))
show("frozenset", lambda: (frozenset([x]),))
show("slice", lambda: (slice(x),))
show("lambda", lambda: (lambda: 1,))
show("error args", lambda: ValueError(x).args)
show("str subclass", lambda: (type("S", (str,), {})("a"),))
show("tuple subclass", lambda: type("T", (tuple,), {})([1]))
show("tuple subclass slots", lambda: type("T", (tuple,), {"__slots__": ()})([1]))


def code_constant():
    return (1, "code", (2, 3))


show("constant", code_constant)
