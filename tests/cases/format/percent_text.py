print("%s %r %a" % ("x", "x", "\u00e9"), "%10s|%-10s|%.2s|%5.1s|" % ("a", "b", "abc", "abc"))
print("%c%c" % (97, "b"), "%%" % (), "%s%%" % 5, "%(a)s %(b)d" % {"a": 1, "b": 2})
print("%s" % ((1, 2),), "%s" % [1], "%s" % {"a": 1}, "abc" % {}, "%((a))s" % {"(a)": 5})
print("%s" % None, "%s %s" % (b"x", 1.5))
# expect: x 'x' '\xe9'          a|b         |ab|    a|
# expect: ab % 5% 1 2
# expect: (1, 2) [1] {'a': 1} abc 5
# expect: None b'x' 1.5
