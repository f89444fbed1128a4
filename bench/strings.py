"""Building and taking apart strings."""
def run(n):
    parts = []
    for i in range(n):
        parts.append(f"item-{i}:{i % 7}")
    text = ",".join(parts)
    total = 0
    for piece in text.split(","):
        name, _, number = piece.partition(":")
        total += int(number) + len(name.upper())
    s = ""
    for i in range(n):
        s += "x"
    return total, len(s), text.count("7")


print(run(500_000))
