"""Ints of several digits: products, quotients, shifts and masks, generators of random numbers, decimal texts."""


def products(n):
    total, x = 0, 123456789012345678901234567890
    for i in range(n):
        y = x * (i + 1) + 98765432109876543210
        total += y % 1000000007 + (y >> 40) % 97 + (y & 0xFFFFFFFFFFFF) % 89 + (y // 12345678901) % 83
    return total


def random_numbers(n):
    state, words = 12345, 0
    for _ in range(n):
        state = (state * 6364136223846793005 + 1442695040888963407) % 18446744073709551616
        words ^= state >> 33
    return words


def factorials(n):
    total = 0
    for i in range(n):
        f = 1
        for k in range(1, 40):
            f *= k
        total += f // (10 ** 30 + i) % 1009
    return total


def texts(n):
    total = 0
    for i in range(n):
        text = str(i * 10**25 + 7)
        total += len(text) + int(text) % 9973
    return total


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a % 1000000007


print(products(100_000), random_numbers(200_000), factorials(5_000), texts(100_000), fibonacci(3_000))
