nan = float("nan")
print(2.0**53 == 2**53 + 1, 2.0**53 < 2**53 + 1, 9007199254740993 == 9007199254740992.0)
print(1e308 < 10**309, float("inf") > 10**400, float("-inf") < -10**400)
print(1e16 == 10**16, 0.1 < 1, -1.5 < -1, 1.5 > 1)
print(nan == nan, nan != nan, nan < 1, nan > 10**400, nan is nan, [nan] == [nan])
# expect: False True False
# expect: True True True
# expect: True True True True
# expect: False True False False True True
