print(" a  b ".split(), " a  b ".split(" "), "a,b,c".split(","), "a,b,c".split(",", 1), "".split(), "".split(","))
print("  a b  c ".split(None, 1), "  a b  c ".rsplit(None, 1), "a,b,c".rsplit(",", 1), "  a ".split(maxsplit=0))
print("a--b--c".split("--"), "abc".split("z"), ",".split(","), "a\u3000b\x1cc".split(), "a,b".split(sep=",", maxsplit=-1))
# expect: ['a', 'b'] ['', 'a', '', 'b', ''] ['a', 'b', 'c'] ['a', 'b,c'] [] ['']
# expect: ['a', 'b  c '] ['  a b', 'c'] ['a,b', 'c'] ['a ']
# expect: ['a', 'b', 'c'] ['abc'] ['', ''] ['a', 'b', 'c'] ['a', 'b']
