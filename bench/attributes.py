"""Attribute reads and writes on instances."""
class Body:
    def __init__(self):
        self.x = 0
        self.v = 1
        self.n = 0


def run(n):
    b = Body()
    for _ in range(n):
        b.x = b.x + b.v
        b.n += 1
        if b.x > 1000:
            b.x = 0
    return b.x, b.n


print(run(4_000_000))
