class Seq:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i
print(list(Seq()), list(iter(Seq())), 9 in Seq(), type(iter(Seq())).__name__)
values = iter([1, 2, 3, 0, 5])
print(list(iter(lambda: next(values), 0)), type(iter(int, 1)).__name__)
class NoIter:
    __iter__ = None
class BadIter:
    def __iter__(self):
        return 5
for f in (lambda: iter(5), lambda: iter(5, 6), lambda: iter(NoIter()), lambda: iter(BadIter()), lambda: iter()):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: [0, 1, 4, 9] [0, 1, 4, 9] True iterator
# expect: [1, 2, 3] callable_iterator
# expect: 'int' object is not iterable
# expect: iter(v, w): v must be callable
# expect: 'NoIter' object is not iterable
# expect: iter() returned non-iterator of type 'int'
# expect: iter expected at least 1 argument, got 0
