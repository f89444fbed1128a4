# uu, quoted-printable and the checksum of BinHex.
import binascii as b

for data in (b"", b"a", b"hello world", bytes(range(45))):
    line = b.b2a_uu(data)
    print(line, b.a2b_uu(line) == data)
print(b.b2a_uu(b"\0\0\0", backtick=True), b.a2b_uu(b"#"), b.a2b_uu(b" \n"), b.a2b_uu("#86)C\n"))
for bad in (b"#\x7f", b"#86)Cxyz", b"!AB(D"):
    try:
        print(b.a2b_uu(bad))
    except b.Error as error:
        print(error)
try:
    b.b2a_uu(bytes(46))
except b.Error as error:
    print(error)
texts = (b"hello = \xff\n trailing \n", b"x" * 80, b"a b\t\r\nc", b".\n.a", b"=" * 30, b"_ _", b"end ", "\u00e4".encode() * 20)
for text in texts:
    for keywords in ({}, {"quotetabs": True}, {"istext": False}, {"header": True}):
        line = b.b2a_qp(text, **keywords)
        print(line, b.a2b_qp(line, header=keywords.get("header", False)) == text)
print(b.a2b_qp(b"a=3D=\nb==c=4=zz=\r\nq_=20="), b.a2b_qp("a_b", header=True), b.a2b_qp(b"x=  \ny"))
print(b.crc_hqx(b"123456789", 0), b.crc_hqx(b"", 77), b.crc_hqx(b"ab", b.crc_hqx(b"xy", 0)))
# expect: b' \n' True
# expect: b'!80  \n' True
# expect: b'+:&5L;&\\@=V]R;&0 \n' True
# expect: b'M  $" P0%!@<("0H+# T.#Q 1$A,4%187&!D:&QP=\'A\\@(2(C)"4F)R@I*BLL\n' True
# expect: b'#````\n' b'\x00\x00\x00' b'' b'abc'
# expect: Illegal char
# expect: Trailing garbage
# expect: Trailing garbage
# expect: At most 45 bytes at once
# expect: b'hello =3D =FF\n trailing=20\n' True
# expect: b'hello=20=3D=20=FF\n=20trailing=20\n' True
# expect: b'hello =3D =FF=0A trailing =0A' True
# expect: b'hello_=3D_=FF\n_trailing_\n' True
# expect: b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\nxxxxx' True
# expect: b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\nxxxxx' True
# expect: b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\nxxxxx' True
# expect: b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\nxxxxx' True
# expect: b'a b=09\r\nc' True
# expect: b'a=20b=09\r\nc' True
# expect: b'a b\t=0D=0Ac' True
# expect: b'a_b=09\r\nc' True
# expect: b'=2E\n.a' True
# expect: b'=2E\n.a' True
# expect: b'=2E=0A.a' True
# expect: b'=2E\n.a' True
# expect: b'=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=\n=3D=3D=3D=3D=3D' True
# expect: b'=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=\n=3D=3D=3D=3D=3D' True
# expect: b'=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=\n=3D=3D=3D=3D=3D' True
# expect: b'=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=3D=\n=3D=3D=3D=3D=3D' True
# expect: b'_ _' True
# expect: b'_=20_' True
# expect: b'_ _' True
# expect: b'=5F_=5F' True
# expect: b'end=20' True
# expect: b'end=20' True
# expect: b'end=20' True
# expect: b'end=20' True
# expect: b'=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=\n=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4' True
# expect: b'=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=\n=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4' True
# expect: b'=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=\n=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4' True
# expect: b'=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=\n=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4=C3=A4' True
# expect: b'a=b=c=4=zzq_ ' b'a b' b'x=  \ny'
# expect: 12739 77 62928
