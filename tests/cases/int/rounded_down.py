# Quotients and remainders of long ints of every sign, quotients whose first digit comes from the shift,
# and what is the operand itself.
def check(a, b):
    q, r = divmod(a, b)
    return q * b + r == a and (0 <= r < b or b < r <= 0) and q == a // b and r == a % b

bad = 0
for la in range(20, 1300, 37):
    for lb in (1, 29, 30, 60, 61, 90, 121, 240, 270, 1190):
        for a, b in ((1 << la, 1 << lb), ((1 << la) - 1, (1 << lb) - 1), ((3 << la) + 12345, (1 << lb) + 777)):
            bad += sum(not check(x, y) for x in (a, -a) for y in (b, -b))
print(bad)
a, b = 2 ** 95, 2 ** 100
print(a % b is a, -a % -b is -a, (-a >> 0) is -a, a // 2 ** 60, -a // 2 ** 60, (-a - 1) // 2 ** 60, -a >> 90, (-a - 1) >> 90)
n = -a
print(n % -b is n, (n >> 0) is n, (a >> 0) is a)
# expect: 0
# expect: True False False 34359738368 -34359738368 -34359738369 -32 -33
# expect: True True False
