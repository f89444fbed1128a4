"""An integer loop."""
def run(n):
    total = 0
    i = 0
    while i < n:
        if i % 3 == 0:
            total += i * 2
        else:
            total -= i & 7
        i += 1
    return total


print(run(6_000_000))
