print(b"it's", b'"', b"it's \"x\"", b"\x00\n\t\\\xff", str(b"a"), bytearray(b"it's"))
print(b"a" < b"b", b"a" == bytearray(b"a"), b"a" == "a", b"abc" == memoryview(b"abc"), b"" < b"a")
print(hash(b"abc") == hash("abc"), hash(b"") == hash(""))
# expect: b"it's" b'"' b'it\'s "x"' b'\x00\n\t\\\xff' b'a' bytearray(b"it\'s")
# expect: True True False True True
# expect: True True
