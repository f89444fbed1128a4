it = iter([3, 1, 2])
print(max(it), list(it), sorted(iter('ba')), sum(iter([1, 2])), 2 in iter([1, 2]), tuple(iter('ab')), dict(iter([(1, 2)])), set(iter([1])))
a, *b = iter('xyz')
print(a, b, [*iter([1])], {**dict(iter([('k', 1)]))})
try:
    a, b = iter([1])
except ValueError as e:
    print(e)
# expect: 3 [] ['a', 'b'] 3 True ('a', 'b') {1: 2} {1}
# expect: x ['y', 'z'] [1] {'k': 1}
# expect: not enough values to unpack (expected 2, got 1)
