l = [1, 2, 3, 4]
print(l.reverse(), l)
r = reversed(l)
print(next(r), r.__length_hint__(), list(r), list(r))
print(type(r).__name__)
l.append(5)
# expect: None [4, 3, 2, 1]
# expect: 1 3 [2, 3, 4] []
# expect: list_reverseiterator
