print([format("abc", s) for s in ("", "6", ">6", "^6", "*^7", ".2", "6.2", "s", "010")])
print(format("abc", "\u00e9>5"), format("\U0001f600", "^3"), format("a", "{<3"), format("", "*<3"))
# expect: ['abc', 'abc   ', '   abc', ' abc  ', '**abc**', 'ab', 'ab    ', 'abc', 'abc0000000']
# expect: ééabc  😀  a{{ ***
