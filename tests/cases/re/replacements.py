# Templates, functions, and what is wrong with a template.
import re

for template in ["\\1", "\\2", "\\g<1>", "\\g<x>", "\\g<y>", "\\g<", "\\g<1", "\\g<>", "\\g", "\\q", "\\n\\t\\\\", "\\0", "\\012x",
                 "\\111", "\\477", "\\g<-1>", "\\g<9>", "x\\", "\\.", "\\99", "\\g<0>\\g<0>", lambda m: m.group().upper() + str(m.start()),
                 lambda m: 5, lambda m: None, 5]:
    try:
        print(repr(template) if isinstance(template, str) else type(template).__name__, repr(re.sub("(?P<x>a)(b)?", template, "zab a")))
    except Exception as err:
        print(template if isinstance(template, str) else type(template).__name__, type(err).__name__, err)
print(re.sub("", "-", "abc"), re.sub("x*", "-", "abxd"), re.subn("b*", "<>", "abb", count=2), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world foo bar"))
print(re.sub(b"(a)(b)?", b"[\\1\\2]", b"ab a"), re.sub("A", "x", "aAa", flags=re.I), re.split("(x)|y", "axbyc"), re.split(r"[,;]\s*", "a, b;c ,d", maxsplit=1))
# expect: '\\1' 'za a'
# expect: '\\2' 'zb '
# expect: '\\g<1>' 'za a'
# expect: '\\g<x>' 'za a'
# expect: \g<y> IndexError unknown group name 'y'
# expect: \g< error missing group name at position 3
# expect: \g<1 error missing >, unterminated name at position 3
# expect: \g<> error missing group name at position 3
# expect: \g error missing < at position 2
# expect: \q error bad escape \q at position 0
# expect: '\\n\\t\\\\' 'z\n\t\\ \n\t\\'
# expect: '\\0' 'z\x00 \x00'
# expect: '\\012x' 'z\nx \nx'
# expect: '\\111' 'zI I'
# expect: \477 error octal escape value \477 outside of range 0-0o377 at position 0
# expect: \g<-1> error bad character in group name '-1' at position 3
# expect: \g<9> error invalid group reference 9 at position 3
# expect: x\ error bad escape (end of pattern) at position 1
# expect: '\\.' 'z\\. \\.'
# expect: \99 error invalid group reference 99 at position 1
# expect: '\\g<0>\\g<0>' 'zabab aa'
# expect: function 'zAB1 A4'
# expect: function TypeError sequence item 1: expected str instance, int found
# expect: function 'z '
# expect: int TypeError decoding to str: need a bytes-like object, int found
# expect: -a-b-c- -a-b--d- ('<>a<>', 2) world hello bar foo
# expect: b'[ab] [a]' xxx ['a', 'x', 'b', None, 'c'] ['a', 'b;c ,d']
