try:
    b"ab\xff\xfe".decode("ascii")
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason)
    print(e)
    print(e.args)
try:
    "ab\u20ac\u20ac".encode("latin-1")
except UnicodeEncodeError as e:
    print(e.encoding, ascii(e.object), e.start, e.end, e.reason)
    print(ascii(str(e)))
# expect: ascii b'ab\xff\xfe' 2 3 ordinal not in range(128)
# expect: 'ascii' codec can't decode byte 0xff in position 2: ordinal not in range(128)
# expect: ('ascii', b'ab\xff\xfe', 2, 3, 'ordinal not in range(128)')
# expect: latin-1 'ab\u20ac\u20ac' 2 4 ordinal not in range(256)
# expect: "'latin-1' codec can't encode characters in position 2-3: ordinal not in range(256)"
