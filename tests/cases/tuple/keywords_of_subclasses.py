# Tuples and floats take no keywords; subclasses do if they have an __init__ to take them.
class Plain(tuple):
    pass


class Own(tuple):
    def __init__(self, *args, **named):
        print(args, named)


class Number(float):
    pass


for make in (lambda: Plain(sequence=()), lambda: Plain([1, 2]), lambda: Own([1], word=3), lambda: Number(x=1), lambda: Number(2)):
    try:
        print(make())
    except TypeError as error:
        print(error)
print(0 / -3, 0 / -10**30, 0 / 10**30)
items = [1, 2]


class Liar:
    def __iter__(self):
        return iter(())

    def __length_hint__(self):
        return 2**63 - 1


items.extend(Liar())
print(items)
# expect: tuple() takes no keyword arguments
# expect: (1, 2)
# expect: ([1],) {'word': 3}
# expect: (1,)
# expect: float() takes no keyword arguments
# expect: 2.0
# expect: -0.0 -0.0 0.0
# expect: [1, 2]
