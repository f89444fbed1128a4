print(tuple(), tuple('ab'), tuple([1, 2]), tuple(range(3)), tuple(i for i in 'xy'))
t = (1, 2)
print(tuple(t) is t, tuple() is (), t[:] is t, t * 1 is t, t + () is t, () + t is t)
for args, kwargs in (((1,), {}), ((1, 2), {}), ((), {'a': 1})):
    try:
        tuple(*args, **kwargs)
    except TypeError as e:
        print(e)
# expect: () ('a', 'b') (1, 2) (0, 1, 2) ('x', 'y')
# expect: True True True True True True
# expect: 'int' object is not iterable
# expect: tuple expected at most 1 argument, got 2
# expect: tuple() takes no keyword arguments
# stderr: tests/cases/tuple/constructor.py:3: SyntaxWarning: "is" with a literal. Did you mean "=="?
# stderr:   print(tuple(t) is t, tuple() is (), t[:] is t, t * 1 is t, t + () is t, () + t is t)
