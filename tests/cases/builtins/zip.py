print(list(zip()), list(zip('ab')), list(zip('ab', [1, 2, 3])), list(zip('a', 'bc', 'def')), list(zip([], [1])))
first = iter([1, 2, 3])
print(list(zip(first, 'ab')), list(first))
print(list(zip('ab', 'cd', strict=True)))
for args in (('a', 'bc'), ('ab', 'c'), ('ab', 'cd', 'e'), ('a', 'b', 'cd')):
    try:
        list(zip(*args, strict=True))
    except ValueError as e:
        print(e)
for f in (lambda: zip(5), lambda: zip([], 5), lambda: zip([], foo=1)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: [] [('a',), ('b',)] [('a', 1), ('b', 2)] [('a', 'b', 'd')] []
# expect: [(1, 'a'), (2, 'b')] []
# expect: [('a', 'c'), ('b', 'd')]
# expect: zip() argument 2 is longer than argument 1
# expect: zip() argument 2 is shorter than argument 1
# expect: zip() argument 3 is shorter than arguments 1-2
# expect: zip() argument 3 is longer than arguments 1-2
# expect: 'int' object is not iterable
# expect: 'int' object is not iterable
# expect: 'foo' is an invalid keyword argument for zip()
