print(["".isalpha(), "a\u00e9".isalpha(), "a1".isalpha(), "a1".isalnum(), "a b".isalnum()])
print([c.isdecimal() for c in "1\u0663\u00b2\u00bd"], [c.isdigit() for c in "1\u0663\u00b2\u00bd"], [c.isnumeric() for c in "1\u0663\u00b2\u00bda"])
print(["_a1".isidentifier(), "1a".isidentifier(), "".isidentifier(), "class".isidentifier(), "\u00e9".isidentifier()])
print(["ab".islower(), "a1".islower(), "1".islower(), "aB".islower(), "AB".isupper(), "\u01c5".istitle(), "\u01c5".isupper()])
print(["Ab Cd".istitle(), "AB".istitle(), "Ab cd".istitle(), "".istitle()])
print([" \t\u3000".isspace(), "".isspace(), "\x1c".isspace(), "".isprintable(), "a\n".isprintable(), "\xa0".isprintable()])
print(["".isascii(), "a".isascii(), "\u00e9".isascii()])
# expect: [False, True, False, True, False]
# expect: [True, True, False, False] [True, True, True, False] [True, True, True, True, False]
# expect: [True, False, False, True, True]
# expect: [True, True, False, False, True, True, False]
# expect: [True, False, False, False]
# expect: [True, False, True, True, False, False]
# expect: [True, True, False]
