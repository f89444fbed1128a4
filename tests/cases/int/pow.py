def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: (2**0, 0**0, (-2)**3, (-2)**4))
tell(lambda: (2**-2, (-2)**-1))
tell(lambda: (pow(2, 10, 1000), pow(2, 10, -1000), pow(-2, 3, 5)))
tell(lambda: (pow(3, -1, 7), pow(3, -2, -7)))
tell(lambda: pow(2, -1, 4))
tell(lambda: pow(2, 3, 0))
tell(lambda: (pow(2, 3, 1), pow(2, -1, 1)))
tell(lambda: pow(2.0, 3, 5))
tell(lambda: pow(2, 200, 10**20))
tell(lambda: ((-1) ** (10**20), 1 ** 10**20, 0 ** 10**20))
# expect: (1, 1, -8, 16)
# expect: (0.25, -0.5)
# expect: (24, -976, 2)
# expect: (5, -3)
# expect: ValueError: base is not invertible for the given modulus
# expect: ValueError: pow() 3rd argument cannot be 0
# expect: (0, 0)
# expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
# expect: 2993782792835301376
# expect: (1, 1, 0)
