s = {1, 2, 3}
print(s.union([4], (5,)), s.intersection([1, 2], {2}), s.difference([1]), s.symmetric_difference([3, 4]))
print(s.issubset([1, 2, 3, 4]), s.issuperset([1]), s.isdisjoint([7]), s.isdisjoint([1]), s.union(), s.intersection())
s.update([4], {5: 6})
s.difference_update([1], [2])
s.intersection_update([3, 4, 9])
s.symmetric_difference_update([4, 8])
print(s, s.copy() is s, s.clear(), s)
# expect: {1, 2, 3, 4, 5} {2} {2, 3} {1, 2, 4}
# expect: True True True False {1, 2, 3} {1, 2, 3}
# expect: set() False None set()
