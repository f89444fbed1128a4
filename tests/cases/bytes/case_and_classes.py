print(b"aB".upper(), b"aB".lower(), b"hello world".title(), b"aB".swapcase(), b"hELLO".capitalize())
print(b"a".isalpha(), b"1".isdigit(), b"a1".isalnum(), b" ".isspace(), b"Ab".istitle(), b"AB".isupper(), b"ab".islower(), b"\xff".isascii(), b"".isascii())
# expect: b'AB' b'ab' b'Hello World' b'Ab' b'Hello'
# expect: True True True True True True True False True
