t = (1, 2, 3, 4)
print(t[0], t[-1], t[1:3], t[::-1], t[::2], t[10:])
for key in (4, -5, 'a', 1.5):
    try:
        t[key]
    except (IndexError, TypeError) as e:
        print(e)
# expect: 1 4 (2, 3) (4, 3, 2, 1) (1, 3) ()
# expect: tuple index out of range
# expect: tuple index out of range
# expect: tuple indices must be integers or slices, not str
# expect: tuple indices must be integers or slices, not float
