# Attributes, methods and shapes of patterns and matches.
import copy
import pickle
import re

m = re.search(r"(?P<first>\w+) (?P<second>\w+)?(z)?", "hello world")
print(m, m.group(), m.group(1, 2), m["first"], m.groups("d"), m.groupdict(), m.start(2), m.end("second"), m.span(3), m.lastgroup,
      m.lastindex, m.re, m.string, m.pos, m.endpos, m.regs, m.expand(r"\2-\g<first>"), bool(m))
for group in [4, "nope", -1]:
    for call in [m.group, m.start, m.__getitem__]:
        try:
            print(call(group))
        except IndexError as err:
            print(err)
print(re.compile("a+", re.I | re.M), re.compile(b"x"), re.compile("a", re.A), re.I, re.I | re.M, re.RegexFlag(0), repr(re.compile("x" * 300)))
regex = re.compile("(?P<a>.)(?P<b>.)")
print(regex.groupindex, regex.groups, regex.flags, regex == re.compile(regex.pattern), regex == re.compile("a"), regex is re.compile(regex.pattern))
r = re.compile("b")
print(r.match("abc", 1), r.search("abcb", 2), r.search("abcb", 0, 1), r.findall("bbbb", 1, 3), r.match("abc", -5), r.fullmatch("abc", 1, 2), r.search("b", 5))
print(re.compile("^b").match("ab", 1), re.compile("(?<=a)b").match("ab", 1), re.compile("b$").match("abc", 1, 2))
print(next(re.finditer("a", "a")), type(re.finditer("a", "a")).__name__, re.Pattern, re.Match, re.error, re.Pattern[str], re.escape("a.b*c[d] e\n-"), re.escape(b"a.b"))
print(pickle.loads(pickle.dumps(re.compile("a", re.I))), copy.copy(r) is r, copy.deepcopy(m) is m)
print(re.match("(?:a|b)*c", "ab" * 20000), bool(re.match("(?:.|\\n)*x$", "a\n" * 5000 + "x")), len(re.findall("a.*?b", "axxb" * 1000)))
# expect: <re.Match object; span=(0, 11), match='hello world'> hello world ('hello', 'world') hello ('hello', 'world', 'd') {'first': 'hello', 'second': 'world'} 6 11 (-1, -1) second 2 re.compile('(?P<first>\\w+) (?P<second>\\w+)?(z)?') hello world 0 11 ((0, 11), (0, 5), (6, 11), (-1, -1)) world-hello True
# expect: no such group
# expect: no such group
# expect: no such group
# expect: no such group
# expect: no such group
# expect: no such group
# expect: no such group
# expect: no such group
# expect: no such group
# expect: re.compile('a+', re.IGNORECASE|re.MULTILINE) re.compile(b'x') re.compile('a', re.ASCII) re.IGNORECASE re.IGNORECASE|re.MULTILINE re.NOFLAG re.compile('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx)
# expect: {'a': 1, 'b': 2} 2 32 True False True
# expect: <re.Match object; span=(1, 2), match='b'> <re.Match object; span=(3, 4), match='b'> None ['b', 'b'] None <re.Match object; span=(1, 2), match='b'> None
# expect: None <re.Match object; span=(1, 2), match='b'> <re.Match object; span=(1, 2), match='b'>
# expect: <re.Match object; span=(0, 1), match='a'> callable_iterator <class 're.Pattern'> <class 're.Match'> <class 're.error'> re.Pattern[str] a\.b\*c\[d\]\ e\
# expect: \- b'a\\.b'
# expect: re.compile('a', re.IGNORECASE) True True
# expect: None True 1000
