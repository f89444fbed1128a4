# Sets of patterns that may mean more one day warn; characters by name.
import re,warnings
warnings.simplefilter("always"); warnings.showwarning = lambda m, c, f, l, *a: print(c.__name__, m, l)
import sys
for p in ('[[a]','[a[b]','[a--b]','[--a]','[a||b]','[a&&b]','[a~~b]','[&&]','[a-[b]','[^[a]','[[]','[]-a]','[a--]','[|&~]','[a&&','[||]','[a\\--b]','[[:alpha:]]','[a&b&&c||d]','[a-b--c]','x(?i)','\\N{BULLET}','[\\N{DIGIT ONE}a]','\\N','\\N{','\\N{}','\\N{zzz}','\\N{LATIN SMALL LETTER A','\\N{EN DASH}{2}','[\\N{DIGIT ONE}-\\N{DIGIT THREE}]'):
    try: print(repr(p),re.compile(p))
    except re.error as e: print(repr(p),e)
print(re.sub('[[]','x','a['),re.findall('[[a]','[a'))
print(re.match('\\N{BULLET}','•'),re.findall('[\\N{DIGIT ONE}-\\N{DIGIT THREE}]','12345'))
try: re.compile(b'\\N{BULLET}')
except re.error as e: print(e)
# expect: FutureWarning Possible nested set at position 1 6
# expect: '[[a]' re.compile('[[a]')
# expect: '[a[b]' re.compile('[a[b]')
# expect: FutureWarning Possible set difference at position 2 6
# expect: '[a--b]' bad character range a-- at position 1
# expect: '[--a]' re.compile('[--a]')
# expect: FutureWarning Possible set union at position 2 6
# expect: '[a||b]' re.compile('[a||b]')
# expect: FutureWarning Possible set intersection at position 2 6
# expect: '[a&&b]' re.compile('[a&&b]')
# expect: FutureWarning Possible set symmetric difference at position 2 6
# expect: '[a~~b]' re.compile('[a~~b]')
# expect: '[&&]' re.compile('[&&]')
# expect: '[a-[b]' bad character range a-[ at position 1
# expect: '[^[a]' re.compile('[^[a]')
# expect: FutureWarning Possible nested set at position 1 6
# expect: '[[]' re.compile('[[]')
# expect: '[]-a]' re.compile('[]-a]')
# expect: FutureWarning Possible set difference at position 2 6
# expect: '[a--]' bad character range a-- at position 1
# expect: '[|&~]' re.compile('[|&~]')
# expect: FutureWarning Possible set intersection at position 2 6
# expect: '[a&&' unterminated character set at position 0
# expect: '[||]' re.compile('[||]')
# expect: '[a\\--b]' re.compile('[a\\--b]')
# expect: FutureWarning Possible nested set at position 1 6
# expect: '[[:alpha:]]' re.compile('[[:alpha:]]')
# expect: FutureWarning Possible set intersection at position 4 6
# expect: FutureWarning Possible set union at position 7 6
# expect: '[a&b&&c||d]' re.compile('[a&b&&c||d]')
# expect: FutureWarning Possible set difference at position 4 6
# expect: '[a-b--c]' re.compile('[a-b--c]')
# expect: 'x(?i)' global flags not at the start of the expression at position 1
# expect: '\\N{BULLET}' re.compile('\\N{BULLET}')
# expect: '[\\N{DIGIT ONE}a]' re.compile('[\\N{DIGIT ONE}a]')
# expect: '\\N' missing { at position 2
# expect: '\\N{' missing character name at position 3
# expect: '\\N{}' missing character name at position 3
# expect: '\\N{zzz}' undefined character name 'zzz' at position 0
# expect: '\\N{LATIN SMALL LETTER A' missing }, unterminated name at position 3
# expect: '\\N{EN DASH}{2}' re.compile('\\N{EN DASH}{2}')
# expect: '[\\N{DIGIT ONE}-\\N{DIGIT THREE}]' re.compile('[\\N{DIGIT ONE}-\\N{DIGIT THREE}]')
# expect: ax ['[', 'a']
# expect: <re.Match object; span=(0, 1), match='•'> ['1', '2', '3']
# expect: bad escape \N at position 0
