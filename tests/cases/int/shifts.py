def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: (1 << 3, -1 << 3, 0 << 10**20))
tell(lambda: (1 >> 10**20, -1 >> 10**20, 5 >> 1, -5 >> 1))
tell(lambda: 1 << -1)
tell(lambda: 1 >> -1)
tell(lambda: 1 << (1 << 70))
# expect: (8, -8, 0)
# expect: (0, -1, 2, -3)
# expect: ValueError: negative shift count
# expect: ValueError: negative shift count
# expect: OverflowError: too many digits in integer
