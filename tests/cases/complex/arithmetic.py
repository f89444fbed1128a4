def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: ((1+2j) + 1, (1+2j) - 2.5, (1+2j) * (3-4j), (1+2j) / (3-4j)))
tell(lambda: ((1+2j) ** 2, (1+2j) ** -2, (1+2j) ** 0.5, 1j ** 1j, 0j ** 0))
tell(lambda: (-(1+2j), +(1+2j), abs(3+4j), (1+2j).conjugate(), (1+2j).real, (1+2j).imag))
tell(lambda: (1j == 1, 1+0j == 1, 1+0j == 1.0, 1j != 2j, hash(1+2j), hash(1+0j)))
tell(lambda: 1j / 0)
tell(lambda: 0j ** -1)
tell(lambda: 1j // 1)
tell(lambda: 1j % 1)
tell(lambda: 1j < 2j)
tell(lambda: (1e200j) ** 3)
tell(lambda: pow(1j, 2, 3))
tell(lambda: int(1j))
tell(lambda: float(1j))
# expect: ((2+2j), (-1.5+2j), (11+2j), (-0.2+0.4j))
# expect: ((-3+4j), (-0.12-0.16j), (1.272019649514069+0.7861513777574233j), (0.20787957635076193+0j), (1+0j))
# expect: ((-1-2j), (1+2j), 5.0, (1-2j), 1.0, 2.0)
# expect: (False, True, True, True, 2000007, 1)
# expect: ZeroDivisionError: complex division by zero
# expect: ZeroDivisionError: 0.0 to a negative or complex power
# expect: TypeError: unsupported operand type(s) for //: 'complex' and 'int'
# expect: TypeError: unsupported operand type(s) for %: 'complex' and 'int'
# expect: TypeError: '<' not supported between instances of 'complex' and 'complex'
# expect: OverflowError: complex exponentiation
# expect: ValueError: complex modulo
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'
# expect: TypeError: float() argument must be a string or a real number, not 'complex'
