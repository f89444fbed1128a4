"""Method calls, plain and inherited, with slots."""
class Base:
    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def add(self, n):
        self.value += n
        return self

    def get(self):
        return self.value


class Derived(Base):
    __slots__ = ()

    def twice(self, n):
        return self.add(n).add(n)


def run(n):
    d = Derived(0)
    for i in range(n):
        d.twice(i)
        d.get()
    return d.get()


print(run(1_200_000))
