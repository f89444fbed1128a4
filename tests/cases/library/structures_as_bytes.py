# struct packs values as the bytes of C structures.
import struct
def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
for f in ['<i','>i','=q','@l','b','B','?','h','H','i','I','l','L','q','Q','n','N','e','f','d','c','P']:
    print(f, struct.calcsize(f))
t(struct.pack, '<ihb', 1, 2, 3); t(struct.pack, '@bi', 1, 2); t(struct.pack, '3s5sp', b'ab', b'abcdefgh', b'x'); t(struct.pack,'5p', b'abc')
t(struct.unpack, '<ihb', b'\x01\0\0\0\x02\0\x03'); t(struct.unpack, '>d', struct.pack('>d', 1.5)); t(struct.unpack,'e',struct.pack('e', 0.1)); t(struct.unpack,'f',struct.pack('f',0.1))
t(struct.pack, 'b', 200); t(struct.pack, 'B', -1); t(struct.pack, 'i', 'a'); t(struct.pack, 'i', 2**31); t(struct.pack,'I',-1); t(struct.pack, 'q', 2**63); t(struct.pack, 'H', 70000); t(struct.pack,'Q',2**64);t(struct.pack,'h',1.5)
t(struct.pack, 'ii', 1); t(struct.pack, 'i', 1, 2); t(struct.unpack, 'i', b'abc'); t(struct.pack, 'z', 1); t(struct.pack, '5', 1); t(struct.pack, 'c', 'a'); t(struct.pack, 'c', b'ab'); t(struct.pack, 's', 'a'); t(struct.pack, 'f', 'a'); t(struct.pack, 'f', 1e50); t(struct.pack,'e',1e6); t(struct.pack,'d',10**400)
t(lambda: list(struct.iter_unpack('<h', b'\1\0\2\0'))); t(lambda: list(struct.iter_unpack('<h', b'\1\0\2')));t(lambda: list(struct.iter_unpack('', b'')))
s = struct.Struct('>2h'); print(s.size, s.format, s.pack(1, 2), s.unpack(b'\0\1\0\2'), s); 
b = bytearray(8); t(struct.pack_into, '<i', b, 2, 77); print(b); t(struct.unpack_from, '<i', b, 2); t(struct.unpack_from, '<i', b, 6); t(struct.pack_into, '<i', b, 6, 1); t(struct.pack_into,'<i',b,-4,5); print(b); t(struct.pack_into,'<i',b,-9,5); t(struct.unpack_from,'<i',b,-9); t(struct.unpack_from,'<i',b,-2); t(struct.pack_into,'<i', b, -2, 1); t(struct.pack_into, '<i', bytes(8), 0, 1)
t(struct.pack, 'xhx', 1); t(struct.calcsize, 'bxhxxi'); t(struct.calcsize, '3i 2h'); t(struct.pack, '0i'); t(struct.calcsize, 'b0i'); t(struct.pack, '?', []); t(struct.unpack, '?', b'\5'); t(struct.pack, '<l', 5); t(struct.pack,'<n',5); t(struct.calcsize,b'i'); t(struct.calcsize, 5); t(struct.pack); t(struct.pack, 'i', True); 
class I:
    def __index__(self): return 5
t(struct.pack,'i',I()); t(struct.unpack, '4s3p', b'abcd\2xy'); t(struct.unpack,'3c',b'abc'); t(struct.pack,'>e',float('nan')); t(struct.pack,'<f',float('-inf')); t(struct.unpack, '<f', b'\0\0\xc0\x7f')
print(struct.error.__mro__, struct.error.__module__)
# expect: <i 4
# expect: >i 4
# expect: =q 8
# expect: @l 8
# expect: b 1
# expect: B 1
# expect: ? 1
# expect: h 2
# expect: H 2
# expect: i 4
# expect: I 4
# expect: l 8
# expect: L 8
# expect: q 8
# expect: Q 8
# expect: n 8
# expect: N 8
# expect: e 2
# expect: f 4
# expect: d 8
# expect: c 1
# expect: P 8
# expect: b'\x01\x00\x00\x00\x02\x00\x03'
# expect: b'\x01\x00\x00\x00\x02\x00\x00\x00'
# expect: b'ab\x00abcde\x00'
# expect: b'\x03abc\x00'
# expect: (1, 2, 3)
# expect: (1.5,)
# expect: (0.0999755859375,)
# expect: (0.10000000149011612,)
# expect: error byte format requires -128 <= number <= 127
# expect: error ubyte format requires 0 <= number <= 255
# expect: error required argument is not an integer
# expect: error 'i' format requires -2147483648 <= number <= 2147483647
# expect: error argument out of range
# expect: error argument out of range
# expect: error ushort format requires 0 <= number <= 65535
# expect: error argument out of range
# expect: error required argument is not an integer
# expect: error pack expected 2 items for packing (got 1)
# expect: error pack expected 1 items for packing (got 2)
# expect: error unpack requires a buffer of 4 bytes
# expect: error bad char in struct format
# expect: error repeat count given without format specifier
# expect: error char format requires a bytes object of length 1
# expect: error char format requires a bytes object of length 1
# expect: error argument for 's' must be a bytes object
# expect: error required argument is not a float
# expect: b'\x00\x00\x80\x7f'
# expect: OverflowError float too large to pack with e format
# expect: error required argument is not a float
# expect: [(1,), (2,)]
# expect: error iterative unpacking requires a buffer of a multiple of 2 bytes
# expect: error cannot iteratively unpack with a struct of length 0
# expect: 4 >2h b'\x00\x01\x00\x02' (1, 2) <_struct.Struct object at 0xADDR>
# expect: None
# expect: bytearray(b'\x00\x00M\x00\x00\x00\x00\x00')
# expect: (77,)
# expect: error unpack_from requires a buffer of at least 10 bytes for unpacking 4 bytes at offset 6 (actual buffer size is 8)
# expect: error pack_into requires a buffer of at least 10 bytes for packing 4 bytes at offset 6 (actual buffer size is 8)
# expect: None
# expect: bytearray(b'\x00\x00M\x00\x05\x00\x00\x00')
# expect: error offset -9 out of range for 8-byte buffer
# expect: error offset -9 out of range for 8-byte buffer
# expect: error not enough data to unpack 4 bytes at offset -2
# expect: error no space to pack 4 bytes at offset -2
# expect: TypeError argument must be read-write bytes-like object, not bytes
# expect: b'\x00\x00\x01\x00\x00'
# expect: 12
# expect: 16
# expect: b''
# expect: 4
# expect: b'\x00'
# expect: (True,)
# expect: b'\x05\x00\x00\x00'
# expect: error bad char in struct format
# expect: 4
# expect: TypeError Struct() argument 1 must be a str or bytes object, not int
# expect: TypeError missing format argument
# expect: b'\x01\x00\x00\x00'
# expect: b'\x05\x00\x00\x00'
# expect: (b'abcd', b'xy')
# expect: (b'a', b'b', b'c')
# expect: b'~\x00'
# expect: b'\x00\x00\x80\xff'
# expect: (nan,)
# expect: (<class 'struct.error'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>) struct
