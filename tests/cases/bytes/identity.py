b = b"hello"[:5]
empty = b""
print(bytes(b) is b, b[:] is b, b * 1 is b, b + b"" is b, b.strip() is b, b.replace(b"z", b"") is b, b"".join([b]) is b, b.partition(b"z")[0] is b)
print(b * 0 is empty, bytes(0) is empty, bytes() is empty, b[0:1] is b[0:1], b[5:] is empty, b.lower() is b)
# expect: True True True True True True True True
# expect: False True True True True False
