for change in (lambda s: s.add(99), lambda s: s.discard(1), lambda s: s.clear()):
    s = {1, 2, 3}
    try:
        for x in s:
            change(s)
    except RuntimeError as e:
        print(e)
it = iter(s := {1, 2})
s.add(3)
for _ in range(2):
    try:
        next(it)
    except RuntimeError as e:
        print(e)
# expect: Set changed size during iteration
# expect: Set changed size during iteration
# expect: Set changed size during iteration
# expect: Set changed size during iteration
# expect: Set changed size during iteration
