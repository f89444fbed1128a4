print(bin(10), bin(-5), bin(0), oct(64), oct(-1), hex(255), hex(-2 ** 70), hex(True))
class I:
    def __index__(self):
        return 11
print(bin(I()), hex(I()))
for f in (lambda: bin('a'), lambda: hex(1.5)):
    try:
        f()
    except TypeError as e:
        print(e)
# expect: 0b1010 -0b101 0b0 0o100 -0o1 0xff -0x400000000000000000 0x1
# expect: 0b1011 0xb
# expect: 'str' object cannot be interpreted as an integer
# expect: 'float' object cannot be interpreted as an integer
