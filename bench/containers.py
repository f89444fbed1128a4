"""Lists and dicts: building, indexing, sorting, counting."""
def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
    return [i for i, f in enumerate(flags) if f]


def count(words):
    table = {}
    for w in words:
        table[w] = table.get(w, 0) + 1
    return sorted(table.items(), key=lambda kv: (-kv[1], kv[0]))[:3]


primes = sieve(1_500_000)
print(len(primes), primes[-1])
print(count([f"w{(i * 7919) % 1009}" for i in range(600_000)]))
matrix = [[i * j for j in range(200)] for i in range(200)]
print(sum(sum(row[k] for row in matrix) for k in range(200)))
