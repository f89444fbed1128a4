# When arguments, locals and temporaries of calls die.
class T:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, end=" ")

    def method(self, *others):
        print("method", end=" ")
        return T("result")


def locals_only():
    b = T("b")
    a = T("a")
    c = T("c")
    print("body", end=" ")


def arguments(p, q):
    a = T("a")
    print("body", end=" ")


def cells(p):
    q = T("q")
    r = T("r")

    def inner():
        return p, r
    print("body", end=" ")


def rebound(p):
    p = T("new")
    print("body", end=" ")


def deleted(p, q):
    del p
    print("body", end=" ")


def raising(p):
    a = T("a")
    raise ValueError("x")


def returning(p):
    a = T("a")
    return a


def star(*args, **kwargs):
    print("body", end=" ")


def default(p, q=5):
    print("body", end=" ")


def loop():
    for x in [T(1), T(2), T(3)]:
        print("body", end=" ")
    print("end", end=" ")


def comprehension():
    print(len([1 for x in [T(1), T(2)]]), end=" ")


def with_():
    class Manager:
        def __enter__(self):
            return T("entered")

        def __exit__(self, *args):
            print("exit", end=" ")
    with Manager() as m:
        print("body", end=" ")
    print("after", end=" ")


def nested(t):
    return arguments(t, T("inner"))


def show(label, call):
    print(label, end=": ")
    try:
        call()
    except ValueError:
        print("caught", end=" ")
    print()


show("locals", locals_only)
show("arguments", lambda: arguments(T("p"), T("q")))
show("keywords", lambda: arguments(q=T("q"), p=T("p")))
show("cells", lambda: cells(T("p")))
show("rebound", lambda: rebound(T("p")))
show("deleted", lambda: deleted(T("p"), T("q")))
show("raising", lambda: raising(T("p")))
show("returning", lambda: returning(T("p")))
show("star", lambda: star(T("a"), T("b"), k=T("k")))
show("spread", lambda: arguments(*[T("p"), T("q")]))
show("spread dict", lambda: star(**{"p": T("p"), "q": T("q")}))
show("default", lambda: default(T("p")))
show("loop", loop)
show("comprehension", comprehension)
show("with", with_)
show("nested", lambda: nested(T("outer")))
show("method", lambda: T("self").method(T("a")))
show("chain", lambda: T("self").method().method())
show("native", lambda: len([T("a")]))
show("native method", lambda: [].append(T("a")))
show("class", lambda: T(T("name")) and None)
show("compare", lambda: T("a") == T("b"))
show("and", lambda: T("a") and T("b"))
show("if", lambda: 1 if T("a") else 2)
show("subscript", lambda: [T("a"), T("b")][0])
show("attribute", lambda: T("a").name)
show("f-string", lambda: f"{len([T('a')])}{len([T('b')])}")
show("lambda", lambda: (lambda x: None)(T("a")))
show("unpack", lambda: exec("a, b = T(1), T(2)\na = None", {"T": T}))
show("conditional", lambda: (T("a") if T("b") else T("c")) and None)
