print("{} {}".format(1, 2), "{1} {0}".format(1, 2), "{a}-{b}".format(a=1, b=2))
print("{0[1]} {0[0]}".format([7, 8]), "{d[k]}".format(d={"k": 5}), "{0.real} {0.imag}".format(1+2j))
print("{.real}".format(5), "{[0]}".format([7]), "{0[-1]}".format({"-1": "minus"}))
print("{!r} {!s} {!a}".format("x", "y", "\u00e9"), "{!r:>6}|{:<6}|".format("x", "y"))
print("{:{}}".format("a", 5) + "|", "{:{w}.{p}f}".format(3.14159, w=8, p=2), "{0:{1}}".format(3, "05d"))
print("{{}} {{{}}}".format(1), "abc".format(), "{a}{a}".format(a="x"))
print("{x}".format_map({"x": 1}), "{:%s}" % "d")
# expect: 1 2 2 1 1-2
# expect: 8 7 5 1.0 2.0
# expect: 5 7 minus
# expect: 'x' y '\xe9'    'x'|y     |
# expect: a    |     3.14 00003
# expect: {} {1} abc xx
# expect: 1 {:d}
