print("a\nb\r\nc\rd".splitlines(), "a\n\nb\r\n".splitlines(True), "".splitlines(), "\n".splitlines())
print("a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i".splitlines())
print("a\n".splitlines(keepends=False), "a\n".splitlines(keepends=1))
# expect: ['a', 'b', 'c', 'd'] ['a\n', '\n', 'b\r\n'] [] ['']
# expect: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
# expect: ['a'] ['a\n']
