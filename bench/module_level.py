"""Loops of module code, whose variables are globals."""
total = 0
for i in range(1500000):
    x = i * 2
    if x % 3 == 0:
        total = total + x
    else:
        total -= 1
print(total)
