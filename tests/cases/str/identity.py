s = "hello world"
empty = ""
xh = "xh"
print((s + empty) is s, (empty + s) is s, s * 1 is s, s[:] is s, str(s) is s, s.strip() is s, s.replace("q", "r") is s)
print(s.center(3) is s, s.ljust(3) is s, s.zfill(2) is s, s.expandtabs() is s, "".join([s]) is s, s.partition("q")[0] is s)
print("%s" % s is s, "{}".format(s) is s, f"{s}" is s, format(s) is s, s.removeprefix("x") is s, s.split(",")[0] is s)
print(s.lower() is s, s.title() is s, s.encode().decode() is s, s.translate({}) is s)
print(s[1:1] is empty, chr(97) is chr(97), s[0] is xh[1], "".join([]) is empty, chr(300) is chr(300))
print(str(7) is str(7), "a".upper() is "a".upper())
# expect: True True True True True True True
# expect: True True True True True True
# expect: True True True True True True
# expect: False False False False
# expect: True True True True False
# expect: False False
