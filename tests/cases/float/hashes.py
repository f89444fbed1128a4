print(hash(1.5), hash(0.1), hash(1e300), hash(-1.0), hash(0.0) == hash(-0.0))
print(hash(float("inf")), hash(float("-inf")), hash(2.0**70) == hash(2**70))
print(hash(0.5) == hash(1/2), {1: "a"}[1.0])
# expect: 1152921504606846977 230584300921369408 1224995262755759164 -2 True
# expect: 314159 -314159 True
# expect: True a
