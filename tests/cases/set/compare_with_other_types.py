print({1} == frozenset([1]), frozenset([1]) == {1}, {1} == [1], {1} == {1: 2}.keys(), {1: 2}.keys() == {1}, {1} != 1)
# expect: True True False True True True
