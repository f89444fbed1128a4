nan = float('nan')
print([3.0, nan, 1.0, 2.0, nan, 0.0].__len__())
print(sorted([3.0, nan, 1.0, 2.0]))
print(sorted([2.0, 1.0, nan, 0.5, 3.0]))
# expect: 6
# expect: [3.0, nan, 1.0, 2.0]
# expect: [0.5, 1.0, 2.0, nan, 3.0]
