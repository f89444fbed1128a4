def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
class Has:
    def __init__(self, v): self.v = v
    def __complex__(self): return self.v
tell(lambda: (complex(), complex(1), complex(1, 2), complex("1+2j"), complex(" ( 1-j ) "), complex("1e5-2.5e-3j")))
tell(lambda: (complex(1j, 2j), complex(1+2j, 3+4j), complex(real=1, imag=2), complex(imag=2)))
tell(lambda: complex("1 + 2j"))
tell(lambda: complex("1j+2"))
tell(lambda: complex(""))
tell(lambda: complex("1__0"))
tell(lambda: complex("1", 2))
tell(lambda: complex(1, "2"))
tell(lambda: complex([]))
tell(lambda: complex(1, None))
tell(lambda: complex(foo=1))
tell(lambda: complex(Has(3)))
tell(lambda: complex(Has(1+2j)))
# expect: (0j, (1+0j), (1+2j), (1+2j), (1-1j), (100000-0.0025j))
# expect: ((-2+1j), (-3+5j), (1+2j), 2j)
# expect: ValueError: complex() arg is a malformed string
# expect: ValueError: complex() arg is a malformed string
# expect: ValueError: complex() arg is a malformed string
# expect: ValueError: could not convert string to complex: '1__0'
# expect: TypeError: complex() can't take second arg if first is a string
# expect: TypeError: complex() second arg can't be a string
# expect: TypeError: complex() first argument must be a string or a number, not 'list'
# expect: TypeError: complex() second argument must be a number, not 'NoneType'
# expect: TypeError: 'foo' is an invalid keyword argument for complex()
# expect: TypeError: __complex__ returned non-complex (type int)
# expect: (1+2j)
