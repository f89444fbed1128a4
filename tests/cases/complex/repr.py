print(1j, 1+2j, 1-2j, -1j, 0j, complex(-0.0, 1), complex(0, -0.0), complex(-0.0, -0.0))
print(complex("nan+infj"), 1e16+1e-5j, complex(1.5, -2.25), str(2j))
# expect: 1j (1+2j) (1-2j) (-0-1j) 0j (-0+1j) -0j (-0-0j)
# expect: (nan+infj) (1e+16+1e-05j) (1.5-2.25j) 2j
