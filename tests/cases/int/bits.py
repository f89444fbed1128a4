print((0).bit_length(), (255).bit_length(), (-256).bit_length(), (2**100).bit_length())
print((0).bit_count(), (255).bit_count(), (-255).bit_count(), (2**100 - 1).bit_count())
print(bin(10), oct(8), hex(255), bin(-10), hex(2**70))
# expect: 0 8 9 101
# expect: 0 8 8 100
# expect: 0b1010 0o10 0xff -0b1010 0xADDR
