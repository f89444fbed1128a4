def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
class Has:
    def __init__(self, v): self.v = v
    def __float__(self): return self.v
class HasIndex:
    def __index__(self): return 7
tell(lambda: (float(Has(1.5)), float(5), float(True), float(2**53)))
tell(lambda: float(Has(1)))
tell(lambda: float(None))
tell(lambda: (float(HasIndex()), int(1e30), int(-1.9)))
tell(lambda: float("nan") in [float("nan")])
tell(lambda: ((1.5).__trunc__(), (1.5).__floor__(), (1.5).__ceil__(), (1.5).__int__()))
tell(lambda: 1.5 + 10**400)
tell(lambda: 1.5 << 1)
tell(lambda: ~1.5)
# expect: (1.5, 5.0, 1.0, 9007199254740992.0)
# expect: TypeError: Has.__float__ returned non-float (type int)
# expect: TypeError: float() argument must be a string or a real number, not 'NoneType'
# expect: (7.0, 1000000000000000019884624838656, -1)
# expect: False
# expect: (1, 1, 2, 1)
# expect: OverflowError: int too large to convert to float
# expect: TypeError: unsupported operand type(s) for <<: 'float' and 'int'
# expect: TypeError: bad operand type for unary ~: 'float'
