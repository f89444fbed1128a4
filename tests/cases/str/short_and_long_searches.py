# Searches, counts, splits and joins around the length at which the way to search changes.
for size in (0, 1, 60, 198, 199, 200, 201, 500):
    text = "ab" * size + "abc" + "ba" * size
    for wanted in ("abc", "cb", "bab", "aa", "c", "", "abcd"):
        print(size, wanted, text.find(wanted), text.rfind(wanted), text.count(wanted), wanted in text, end="; ")
        print(len(text.replace(wanted, "--")), len(text.split(wanted)) if wanted else "", len(text.rsplit(wanted, 2)) if wanted else "")
print("  a b  c ".split(), " a b  c ".split(None, 1), " a  b ".split(None, 0), "".split(), "   ".split(), "\x1ca\x1fb\xa0c".split())
print("\u20aca \u20ac b".split(), "a\u2003b c".split(None, 1), "a,b,,c,".split(","), "abc".split("\u20ac"), "abc".split("abc"))
print(" a b  c ".encode().split(), b"a,b,,c".split(b",", 1), b" a b ".split(None, 1), b"".split(), b"".split(b","))
print(repr("".join([])), "-".join(["a"]), repr("".join(["", ""])), "\u20ac".join("abc"), "-".join(["a", "\u20ac", "\xe9"]), repr("\u20ac".join([""])))
print("xxabcxx".strip("x"), "\u20acabc\xe9".strip("\u20ac\xe9"), "abc".strip(""), "\x1c a \x1f".strip() == "a", "\x85a\xa0".strip() == "a")
print("text".encode(), "text".encode("utf8"), "t\xe9xt".encode("UTF-8"), b"text".decode(), "text".encode("latin-1"), hex(-255), bin(0), oct(8), hex(2**70), bin(-2**63))
# expect: 0 abc 0 0 1 True; 2 2 2
# expect: 0 cb -1 -1 0 False; 3 1 1
# expect: 0 bab -1 -1 0 False; 3 1 1
# expect: 0 aa -1 -1 0 False; 3 1 1
# expect: 0 c 2 2 1 True; 4 2 2
# expect: 0  0 3 4 True; 11  
# expect: 0 abcd -1 -1 0 False; 3 1 1
# expect: 1 abc 2 2 1 True; 6 2 2
# expect: 1 cb 4 4 1 True; 7 2 2
# expect: 1 bab 1 1 1 True; 6 2 2
# expect: 1 aa -1 -1 0 False; 7 1 1
# expect: 1 c 4 4 1 True; 8 2 2
# expect: 1  0 7 8 True; 23  
# expect: 1 abcd -1 -1 0 False; 7 1 1
# expect: 60 abc 120 120 1 True; 242 2 2
# expect: 60 cb 122 122 1 True; 243 2 2
# expect: 60 bab 1 239 60 True; 183 61 3
# expect: 60 aa -1 -1 0 False; 243 1 1
# expect: 60 c 122 122 1 True; 244 2 2
# expect: 60  0 243 244 True; 731  
# expect: 60 abcd -1 -1 0 False; 243 1 1
# expect: 198 abc 396 396 1 True; 794 2 2
# expect: 198 cb 398 398 1 True; 795 2 2
# expect: 198 bab 1 791 198 True; 597 199 3
# expect: 198 aa -1 -1 0 False; 795 1 1
# expect: 198 c 398 398 1 True; 796 2 2
# expect: 198  0 795 796 True; 2387  
# expect: 198 abcd -1 -1 0 False; 795 1 1
# expect: 199 abc 398 398 1 True; 798 2 2
# expect: 199 cb 400 400 1 True; 799 2 2
# expect: 199 bab 1 795 199 True; 600 200 3
# expect: 199 aa -1 -1 0 False; 799 1 1
# expect: 199 c 400 400 1 True; 800 2 2
# expect: 199  0 799 800 True; 2399  
# expect: 199 abcd -1 -1 0 False; 799 1 1
# expect: 200 abc 400 400 1 True; 802 2 2
# expect: 200 cb 402 402 1 True; 803 2 2
# expect: 200 bab 1 799 200 True; 603 201 3
# expect: 200 aa -1 -1 0 False; 803 1 1
# expect: 200 c 402 402 1 True; 804 2 2
# expect: 200  0 803 804 True; 2411  
# expect: 200 abcd -1 -1 0 False; 803 1 1
# expect: 201 abc 402 402 1 True; 806 2 2
# expect: 201 cb 404 404 1 True; 807 2 2
# expect: 201 bab 1 803 201 True; 606 202 3
# expect: 201 aa -1 -1 0 False; 807 1 1
# expect: 201 c 404 404 1 True; 808 2 2
# expect: 201  0 807 808 True; 2423  
# expect: 201 abcd -1 -1 0 False; 807 1 1
# expect: 500 abc 1000 1000 1 True; 2002 2 2
# expect: 500 cb 1002 1002 1 True; 2003 2 2
# expect: 500 bab 1 1999 500 True; 1503 501 3
# expect: 500 aa -1 -1 0 False; 2003 1 1
# expect: 500 c 1002 1002 1 True; 2004 2 2
# expect: 500  0 2003 2004 True; 6011  
# expect: 500 abcd -1 -1 0 False; 2003 1 1
# expect: ['a', 'b', 'c'] ['a', 'b  c '] ['a  b '] [] [] ['a', 'b', 'c']
# expect: ['€a', '€', 'b'] ['a', 'b c'] ['a', 'b', '', 'c', ''] ['abc'] ['', '']
# expect: [b'a', b'b', b'c'] [b'a', b'b,,c'] [b'a', b'b '] [] [b'']
# expect: '' a '' a€b€c a-€-é ''
# expect: abc abc abc True True
# expect: b'text' b'text' b't\xc3\xa9xt' text b'text' -0xff 0b0 0o10 0xADDR -0b1000000000000000000000000000000000000000000000000000000000000000
