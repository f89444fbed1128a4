class K:
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        global count
        count += 1
        return self.n < other.n
def run(numbers):
    global count
    count = 0
    keys = [K(n) for n in numbers]
    keys.sort()
    print(len(numbers), count, [k.n for k in keys] == sorted(numbers))
seed = 12345
def rnd():
    global seed
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return seed % 1000
for n in (10, 63, 64, 100, 500, 1000):
    run([rnd() for _ in range(n)])
    run(list(range(n)))
    run(list(range(n, 0, -1)))
    run(list(range(n // 2)) * 2)
# expect: 10 24 True
# expect: 10 9 True
# expect: 10 9 True
# expect: 10 20 True
# expect: 63 299 True
# expect: 63 62 True
# expect: 63 62 True
# expect: 62 208 True
# expect: 64 309 True
# expect: 64 63 True
# expect: 64 63 True
# expect: 64 126 True
# expect: 100 532 True
# expect: 100 99 True
# expect: 100 99 True
# expect: 100 198 True
# expect: 500 3822 True
# expect: 500 499 True
# expect: 500 499 True
# expect: 500 998 True
# expect: 1000 8627 True
# expect: 1000 999 True
# expect: 1000 999 True
# expect: 1000 1998 True
