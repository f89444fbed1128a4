# sys.settrace tells calls, lines, returns and exceptions, also lines that need no instruction here.
# modes: off
import sys


def tell(frame, event, arg):
    if event == "exception":
        arg = arg[0].__name__
    print(frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno, arg, sorted(frame.f_locals))
    return tell


def inner(n):
    yield n
    for i in range(n):
        pass
    raise KeyError(n)


def outer(a, b):
    c = [a,
         b]
    while True:
        if c:
            break
    try:
        for x in inner(b):
            "nothing"
    except KeyError:
        pass
    finally:
        d = 1
    return (a if d else
            b)


sys.settrace(tell)
outer(1, 2)
sys.settrace(None)
print(sys.gettrace())


def change(frame, event, arg):
    if event == "line" and "x" in frame.f_locals:
        frame.f_locals["x"] += 1
    return change


def changed():
    x = 1
    return x


sys.settrace(change)
value = changed()
sys.settrace(None)
print(value)


def failing(frame, event, arg):
    raise ValueError(event)


sys.settrace(failing)
try:
    changed()
except ValueError as error:
    print(error, sys.gettrace())


def profile(frame, event, arg):
    print(frame.f_code.co_name, event, getattr(arg, "__name__", arg))


def called():
    items = [3, 1]
    items.sort()
    return len(items)


sys.setprofile(profile)
called()
sys.setprofile(None)
# expect: outer call 0 None ['a', 'b']
# expect: outer line 1 None ['a', 'b']
# expect: outer line 2 None ['a', 'b']
# expect: outer line 1 None ['a', 'b']
# expect: outer line 3 None ['a', 'b', 'c']
# expect: outer line 4 None ['a', 'b', 'c']
# expect: outer line 5 None ['a', 'b', 'c']
# expect: outer line 6 None ['a', 'b', 'c']
# expect: outer line 7 None ['a', 'b', 'c']
# expect: inner call 0 None ['n']
# expect: inner line 1 None ['n']
# expect: inner return 1 2 ['n']
# expect: outer line 8 None ['a', 'b', 'c', 'x']
# expect: outer line 7 None ['a', 'b', 'c', 'x']
# expect: inner call 1 None ['n']
# expect: inner line 2 None ['n']
# expect: inner line 3 None ['i', 'n']
# expect: inner line 2 None ['i', 'n']
# expect: inner line 3 None ['i', 'n']
# expect: inner line 2 None ['i', 'n']
# expect: inner line 4 None ['i', 'n']
# expect: inner exception 4 KeyError ['i', 'n']
# expect: inner return 4 None ['i', 'n']
# expect: outer exception 7 KeyError ['a', 'b', 'c', 'x']
# expect: outer line 9 None ['a', 'b', 'c', 'x']
# expect: outer line 10 None ['a', 'b', 'c', 'x']
# expect: outer line 12 None ['a', 'b', 'c', 'x']
# expect: outer line 13 None ['a', 'b', 'c', 'd', 'x']
# expect: outer return 13 1 ['a', 'b', 'c', 'd', 'x']
# expect: None
# expect: 2
# expect: call None
# expect: called call None
# expect: called c_call sort
# expect: called c_return sort
# expect: called c_call len
# expect: called c_return len
# expect: called return 2
# expect: <module> c_call setprofile
