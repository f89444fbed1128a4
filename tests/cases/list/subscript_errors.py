l = [1, 2, 3]
for key in (3, -4, 'a', 1.0, None, 2 ** 70):
    try:
        l[key]
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
for key in (3, 'a'):
    try:
        l[key] = 1
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
    try:
        del l[key]
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
# expect: IndexError list index out of range
# expect: IndexError list index out of range
# expect: TypeError list indices must be integers or slices, not str
# expect: TypeError list indices must be integers or slices, not float
# expect: TypeError list indices must be integers or slices, not NoneType
# expect: IndexError cannot fit 'int' into an index-sized integer
# expect: IndexError list assignment index out of range
# expect: IndexError list assignment index out of range
# expect: TypeError list indices must be integers or slices, not str
# expect: TypeError list indices must be integers or slices, not str
