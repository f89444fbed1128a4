"""Closures with defaults, keywords and keyword-only parameters."""
def counter():
    n = 0
    def add(k=1, *, scale=1):
        nonlocal n
        n += k * scale
        return n
    return add
def run(m):
    c = counter()
    for i in range(m):
        c()
        c(2)
        c(k=3, scale=2)
    return c()
print(run(400000))
