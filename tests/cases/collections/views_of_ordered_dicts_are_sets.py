# Views of OrderedDict are sets as those of dict are: keys and items combine, values do not.
from collections import OrderedDict, deque

one, other = OrderedDict.fromkeys("abc"), OrderedDict.fromkeys("bcd")
print(sorted(one.keys() & other.keys()), sorted(one.keys() - other.keys()), sorted(one.keys() ^ other.keys()))
print(sorted(one.items() & other.items()), one.keys() == {"a", "b", "c"}, one.keys() <= other.keys())
print(one.keys().isdisjoint("xyz"), one.values() == one.values())
try:
    one.values() & other.values()
except TypeError as error:
    print(error)
try:
    deque([1]).remove(99)
except ValueError as error:
    print(error)
# expect: ['b', 'c'] ['a'] ['a', 'd']
# expect: [('b', None), ('c', None)] True False
# expect: True False
# expect: unsupported operand type(s) for &: 'odict_values' and 'odict_values'
# expect: 99 is not in deque
