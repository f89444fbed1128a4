s = {1, 2, 3}
it = iter(s)
print(type(it).__name__, it.__length_hint__(), next(it), it.__length_hint__(), it.__reduce__()[1], list(it), it.__length_hint__())
print(s.__reduce__(), [n for n in dir(frozenset) if not n.startswith('_')])
# expect: set_iterator 3 1 2 ([2, 3],) [2, 3] 0
# expect: (<class 'set'>, ([1, 2, 3],), None) ['copy', 'difference', 'intersection', 'isdisjoint', 'issubset', 'issuperset', 'symmetric_difference', 'union']
