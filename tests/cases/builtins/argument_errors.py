for f in (lambda: len(1, 2), lambda: abs(), lambda: abs(x=1), lambda: hash(), lambda: isinstance(1), lambda: iter(1, 2, 3), lambda: callable(), lambda: chr(), lambda: repr(1, 2), lambda: globals(1), lambda: format(1, 2, 3), lambda: id(a=1), lambda: dir(1, 2), lambda: getattr(), lambda: next(), lambda: ord(), lambda: round(1, 2, 3), lambda: sum(1, 2, 3), lambda: sorted(1, 2)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: len() takes exactly one argument (2 given)
# expect: abs() takes exactly one argument (0 given)
# expect: abs() takes no keyword arguments
# expect: hash() takes exactly one argument (0 given)
# expect: isinstance expected 2 arguments, got 1
# expect: iter expected at most 2 arguments, got 3
# expect: callable() takes exactly one argument (0 given)
# expect: chr() takes exactly one argument (0 given)
# expect: repr() takes exactly one argument (2 given)
# expect: globals() takes no arguments (1 given)
# expect: format expected at most 2 arguments, got 3
# expect: id() takes no keyword arguments
# expect: dir expected at most 1 argument, got 2
# expect: getattr expected at least 2 arguments, got 0
# expect: next expected at least 1 argument, got 0
# expect: ord() takes exactly one argument (0 given)
# expect: round() takes at most 2 arguments (3 given)
# expect: sum() takes at most 2 arguments (3 given)
# expect: sorted expected 1 argument, got 2
