# Errors of patterns: the words, the place, the line.
import re
import warnings

warnings.simplefilter("ignore")
bad = [
    '(', ')', '(?', '(?P', '(?P<', '(?P<a', '(?P<a>', '(?P<1>a)', '(?P<a>x)(?P<a>y)', '(?P=b)', '(?P=', '(?Px)',
    '(?z)', '(?<x)', '*', 'a**', 'a|*', '+a', '(?:*)', '[', '[a', '[z-a]', '[a-\\d]', '[\\d-a]', '\\', 'a\\',
    '\\q', '[\\q]', '\\x4', '\\u12', '\\U1234', '\\1', '(a)\\2', '(\\1)', '(?(1)a)', '(?(2)a)(b)', '(?(0)a)',
    '(?(x)a)', '(a)(?(1)b|c|d)', 'a{2,1}', 'a{99999999999}', '(?i', '(?i-', '(?-i', '(?i-z:a)', '(?iz)', 'a(?i)',
    '(?au)', '(?L)a', '(?-a:x)', '(?i-i:x)', '(?<=a*)b', '(?<=(a)\\1)b', '(?#', '(?P<a>(?P=a))', '\\777', '\\400',
    '[\\777]', '[\\8]', 'x\n(', 'ab\ncd(?', '(a', '((a)', 'a)', '(?=a', '(?<=a', '(?>a', '(?(1', '^*', '$+',
    '\\b*', '(?:)*', '(?=a)*', '{', '{1}', 'x{1}{2}', 'x*?*', 'x?+', 'x*+?', '(?s)(?i)a', '(?i)(?s)a', ' (?i)',
    '(?x) (?i)a', '\\8', '\\08'
]
for pattern in bad:
    try:
        print(ascii(pattern), re.compile(pattern))
    except re.error as err:
        print(ascii(pattern), err, err.msg, err.pos, err.lineno, err.colno)
    except Exception as err:
        print(ascii(pattern), type(err).__name__, err)
for call in [lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.match("a", 5), lambda: re.compile(5),
             lambda: re.compile(re.compile("a"), re.I), lambda: re.compile("a", re.L), lambda: re.compile("a", re.A | re.U),
             lambda: re.compile(b"a", re.U), lambda: re.compile(b"(?u)a"), lambda: re.compile("a").match()]:
    try:
        print(call())
    except Exception as err:
        print(type(err).__name__, err)
# expect: '(' missing ), unterminated subpattern at position 0 missing ), unterminated subpattern 0 1 1
# expect: ')' unbalanced parenthesis at position 0 unbalanced parenthesis 0 1 1
# expect: '(?' unexpected end of pattern at position 2 unexpected end of pattern 2 1 3
# expect: '(?P' unexpected end of pattern at position 3 unexpected end of pattern 3 1 4
# expect: '(?P<' missing group name at position 4 missing group name 4 1 5
# expect: '(?P<a' missing >, unterminated name at position 4 missing >, unterminated name 4 1 5
# expect: '(?P<a>' missing ), unterminated subpattern at position 0 missing ), unterminated subpattern 0 1 1
# expect: '(?P<1>a)' bad character in group name '1' at position 4 bad character in group name '1' 4 1 5
# expect: '(?P<a>x)(?P<a>y)' redefinition of group name 'a' as group 2; was group 1 at position 12 redefinition of group name 'a' as group 2; was group 1 12 1 13
# expect: '(?P=b)' unknown group name 'b' at position 4 unknown group name 'b' 4 1 5
# expect: '(?P=' missing group name at position 4 missing group name 4 1 5
# expect: '(?Px)' unknown extension ?Px at position 1 unknown extension ?Px 1 1 2
# expect: '(?z)' unknown extension ?z at position 1 unknown extension ?z 1 1 2
# expect: '(?<x)' unknown extension ?<x at position 1 unknown extension ?<x 1 1 2
# expect: '*' nothing to repeat at position 0 nothing to repeat 0 1 1
# expect: 'a**' multiple repeat at position 2 multiple repeat 2 1 3
# expect: 'a|*' nothing to repeat at position 2 nothing to repeat 2 1 3
# expect: '+a' nothing to repeat at position 0 nothing to repeat 0 1 1
# expect: '(?:*)' nothing to repeat at position 3 nothing to repeat 3 1 4
# expect: '[' unterminated character set at position 0 unterminated character set 0 1 1
# expect: '[a' unterminated character set at position 0 unterminated character set 0 1 1
# expect: '[z-a]' bad character range z-a at position 1 bad character range z-a 1 1 2
# expect: '[a-\\d]' bad character range a-\d at position 1 bad character range a-\d 1 1 2
# expect: '[\\d-a]' bad character range \d-a at position 1 bad character range \d-a 1 1 2
# expect: '\\' bad escape (end of pattern) at position 0 bad escape (end of pattern) 0 1 1
# expect: 'a\\' bad escape (end of pattern) at position 1 bad escape (end of pattern) 1 1 2
# expect: '\\q' bad escape \q at position 0 bad escape \q 0 1 1
# expect: '[\\q]' bad escape \q at position 1 bad escape \q 1 1 2
# expect: '\\x4' incomplete escape \x4 at position 0 incomplete escape \x4 0 1 1
# expect: '\\u12' incomplete escape \u12 at position 0 incomplete escape \u12 0 1 1
# expect: '\\U1234' incomplete escape \U1234 at position 0 incomplete escape \U1234 0 1 1
# expect: '\\1' invalid group reference 1 at position 1 invalid group reference 1 1 1 2
# expect: '(a)\\2' invalid group reference 2 at position 4 invalid group reference 2 4 1 5
# expect: '(\\1)' cannot refer to an open group at position 1 cannot refer to an open group 1 1 2
# expect: '(?(1)a)' invalid group reference 1 at position 3 invalid group reference 1 3 1 4
# expect: '(?(2)a)(b)' invalid group reference 2 at position 3 invalid group reference 2 3 1 4
# expect: '(?(0)a)' bad group number at position 3 bad group number 3 1 4
# expect: '(?(x)a)' unknown group name 'x' at position 3 unknown group name 'x' 3 1 4
# expect: '(a)(?(1)b|c|d)' conditional backref with more than two branches at position 11 conditional backref with more than two branches 11 1 12
# expect: 'a{2,1}' min repeat greater than max repeat at position 2 min repeat greater than max repeat 2 1 3
# expect: 'a{99999999999}' OverflowError the repetition number is too large
# expect: '(?i' missing -, : or ) at position 3 missing -, : or ) 3 1 4
# expect: '(?i-' missing flag at position 4 missing flag 4 1 5
# expect: '(?-i' missing : at position 4 missing : 4 1 5
# expect: '(?i-z:a)' unknown flag at position 4 unknown flag 4 1 5
# expect: '(?iz)' unknown flag at position 3 unknown flag 3 1 4
# expect: 'a(?i)' global flags not at the start of the expression at position 1 global flags not at the start of the expression 1 1 2
# expect: '(?au)' bad inline flags: flags 'a', 'u' and 'L' are incompatible at position 4 bad inline flags: flags 'a', 'u' and 'L' are incompatible 4 1 5
# expect: '(?L)a' bad inline flags: cannot use 'L' flag with a str pattern at position 3 bad inline flags: cannot use 'L' flag with a str pattern 3 1 4
# expect: '(?-a:x)' bad inline flags: cannot turn off flags 'a', 'u' and 'L' at position 4 bad inline flags: cannot turn off flags 'a', 'u' and 'L' 4 1 5
# expect: '(?i-i:x)' bad inline flags: flag turned on and off at position 5 bad inline flags: flag turned on and off 5 1 6
# expect: '(?<=a*)b' look-behind requires fixed-width pattern look-behind requires fixed-width pattern None None None
# expect: '(?<=(a)\\1)b' cannot refer to group defined in the same lookbehind subpattern at position 9 cannot refer to group defined in the same lookbehind subpattern 9 1 10
# expect: '(?#' missing ), unterminated comment at position 0 missing ), unterminated comment 0 1 1
# expect: '(?P<a>(?P=a))' cannot refer to an open group at position 10 cannot refer to an open group 10 1 11
# expect: '\\777' octal escape value \777 outside of range 0-0o377 at position 0 octal escape value \777 outside of range 0-0o377 0 1 1
# expect: '\\400' octal escape value \400 outside of range 0-0o377 at position 0 octal escape value \400 outside of range 0-0o377 0 1 1
# expect: '[\\777]' octal escape value \777 outside of range 0-0o377 at position 1 octal escape value \777 outside of range 0-0o377 1 1 2
# expect: '[\\8]' bad escape \8 at position 1 bad escape \8 1 1 2
# expect: 'x\n(' missing ), unterminated subpattern at position 2 (line 2, column 1) missing ), unterminated subpattern 2 2 1
# expect: 'ab\ncd(?' unexpected end of pattern at position 7 (line 2, column 5) unexpected end of pattern 7 2 5
# expect: '(a' missing ), unterminated subpattern at position 0 missing ), unterminated subpattern 0 1 1
# expect: '((a)' missing ), unterminated subpattern at position 0 missing ), unterminated subpattern 0 1 1
# expect: 'a)' unbalanced parenthesis at position 1 unbalanced parenthesis 1 1 2
# expect: '(?=a' missing ), unterminated subpattern at position 0 missing ), unterminated subpattern 0 1 1
# expect: '(?<=a' missing ), unterminated subpattern at position 0 missing ), unterminated subpattern 0 1 1
# expect: '(?>a' missing ), unterminated subpattern at position 0 missing ), unterminated subpattern 0 1 1
# expect: '(?(1' missing ), unterminated name at position 3 missing ), unterminated name 3 1 4
# expect: '^*' nothing to repeat at position 1 nothing to repeat 1 1 2
# expect: '$+' nothing to repeat at position 1 nothing to repeat 1 1 2
# expect: '\\b*' nothing to repeat at position 2 nothing to repeat 2 1 3
# expect: '(?:)*' re.compile('(?:)*')
# expect: '(?=a)*' re.compile('(?=a)*')
# expect: '{' re.compile('{')
# expect: '{1}' nothing to repeat at position 0 nothing to repeat 0 1 1
# expect: 'x{1}{2}' multiple repeat at position 4 multiple repeat 4 1 5
# expect: 'x*?*' multiple repeat at position 3 multiple repeat 3 1 4
# expect: 'x?+' re.compile('x?+')
# expect: 'x*+?' multiple repeat at position 3 multiple repeat 3 1 4
# expect: '(?s)(?i)a' re.compile('(?s)(?i)a', re.IGNORECASE|re.DOTALL)
# expect: '(?i)(?s)a' re.compile('(?i)(?s)a', re.IGNORECASE|re.DOTALL)
# expect: ' (?i)' global flags not at the start of the expression at position 1 global flags not at the start of the expression 1 1 2
# expect: '(?x) (?i)a' re.compile('(?x) (?i)a', re.IGNORECASE|re.VERBOSE)
# expect: '\\8' invalid group reference 8 at position 1 invalid group reference 8 1 1 2
# expect: '\\08' re.compile('\\08')
# expect: TypeError cannot use a string pattern on a bytes-like object
# expect: TypeError cannot use a bytes pattern on a string-like object
# expect: TypeError expected string or bytes-like object, got 'int'
# expect: TypeError first argument must be string or compiled pattern
# expect: ValueError cannot process flags argument with a compiled pattern
# expect: ValueError cannot use LOCALE flag with a str pattern
# expect: ValueError ASCII and UNICODE flags are incompatible
# expect: ValueError cannot use UNICODE flag with a bytes pattern
# expect: error bad inline flags: cannot use 'u' flag with a bytes pattern at position 3
# expect: TypeError match() missing required argument 'string' (pos 1)
