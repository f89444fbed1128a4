"""Generators, comprehensions and iterator chains."""
def numbers(n):
    for i in range(n):
        yield i


def evens(source):
    for i in source:
        if not i & 1:
            yield i


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(sum(evens(numbers(3_000_000))))
print(sum(x * x for x in range(2_000_000)))
print(sum(tree(16)))
