"""A float loop: the logistic map and a sum."""
def run(n):
    x, total = 0.4, 0.0
    for _ in range(n):
        x = 3.7 * x * (1.0 - x)
        total += x / 2.0 - 0.1
    return total


print(round(run(6_000_000), 6))
