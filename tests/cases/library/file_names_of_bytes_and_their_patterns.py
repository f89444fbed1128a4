# fnmatch with bytes, and the regular expressions that translate makes.
import fnmatch

print(fnmatch.fnmatch(b"test", b"te*"), fnmatch.fnmatch(b"test\xff", b"te*[\xf0-\xff]"), fnmatch.fnmatch("a\nb", "a?b"))
print(fnmatch.filter([b"Python", b"Ruby", b"Perl"], b"P*"), fnmatch.filter(["a", "b"], "[!a]"))
for name, pattern in (("a", b"*"), (b"a", "*"), (1, "*"), (1, b"*")):
    try:
        fnmatch.fnmatchcase(name, pattern)
    except TypeError as e:
        print(e)
for pattern in ("*", "a?b*", "[]]", "[!x]", "[^x]", "[x", "**a*a****a", "a.b-c", "[b-a]", "[!b-a]", "[a-c-e]", "[a-]",
                "[!]", "[!]]", "[]-a]", "[a&&b]", "[--a]", "*x*y?z*", "[[]", "[a--b]", " #\xe9", "[z-a-c]", "[x-a-z]"):
    print(pattern, fnmatch.translate(pattern))
# expect: True True True
# expect: [b'Python', b'Perl'] ['b']
# expect: cannot use a bytes pattern on a string-like object
# expect: cannot use a string pattern on a bytes-like object
# expect: expected string or bytes-like object, got 'int'
# expect: expected string or bytes-like object, got 'int'
# expect: * (?s:.*)\Z
# expect: a?b* (?s:a.b.*)\Z
# expect: []] (?s:[]])\Z
# expect: [!x] (?s:[^x])\Z
# expect: [^x] (?s:[\^x])\Z
# expect: [x (?s:\[x)\Z
# expect: **a*a****a (?s:(?>.*?a)(?>.*?a).*a)\Z
# expect: a.b-c (?s:a\.b\-c)\Z
# expect: [b-a] (?s:(?!))\Z
# expect: [!b-a] (?s:.)\Z
# expect: [a-c-e] (?s:[a-c\-e])\Z
# expect: [a-] (?s:[a\-])\Z
# expect: [!] (?s:\[!\])\Z
# expect: [!]] (?s:[^]])\Z
# expect: []-a] (?s:[]-a])\Z
# expect: [a&&b] (?s:[a\&\&b])\Z
# expect: [--a] (?s:[\--a])\Z
# expect: *x*y?z* (?s:(?>.*?x)(?>.*?y.z).*)\Z
# expect: [[] (?s:[\[])\Z
# expect: [a--b] (?s:[b])\Z
# expect:  #é (?s:\ \#é)\Z
# expect: [z-a-c] (?s:[\-c])\Z
# expect: [x-a-z] (?s:[\-z])\Z
