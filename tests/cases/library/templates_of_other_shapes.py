# string.Template with other delimiters, names and patterns.
import re
from string import Template


class At(Template):
    delimiter = "@"
    idpattern = r"(?a:[_a-z]+(?:\.[_a-z]+)*)"


class Braced(Template):
    idpattern = "[a-z]+"
    braceidpattern = "[A-Z]+"
    flags = 0


class Own(Template):
    pattern = r"(?P<escaped>%%)|<(?P<named>[a-z]+)>|\[(?P<braced>[a-z]+)\]|(?P<invalid>%)"


class Odd(Template):
    pattern = r"(?P<escaped>%%)|<(?P<named>[a-z]+)>|\[(?P<braced>[a-z]+)\]|(?P<invalid>%)|(?P<other>!)"


def attempt(function, *args, **kws):
    try:
        print(repr(function(*args, **kws)))
    except Exception as e:
        print(type(e).__name__, e.args[0])


print(At.pattern.flags & re.I, Own.pattern.groups, Template.flags, Template.delimiter, Template.braceidpattern)
attempt(At("@a.b and @@ @c $d").substitute, {"a.b": 1, "c": 2})
attempt(Braced("$abc ${ABC}").substitute, abc=1, ABC=2)
attempt(Braced("$abc ${abc}").substitute, abc=1, ABC=2)
attempt(Braced("$ABC").safe_substitute, abc=1, ABC=2)
attempt(Own("<a> [b] %%").substitute, {"a": 1}, b=2)
attempt(Own("<a> [b] %").substitute, {"a": 1}, b=2)
attempt(Own("<a> [b] %").safe_substitute, {"a": 1})
attempt(Odd("<a>!").substitute, a=1)
attempt(Odd("<a>!").safe_substitute, a=1)
attempt(Odd("<a>!").is_valid)
attempt(Odd("<a>!").get_identifiers)
attempt(Template("$a ${b} $$ $a $").get_identifiers)
attempt(Template("$a ${b} $$ $a $").is_valid)
attempt(Template("$a ${b} $$").is_valid)
attempt(Template("one\ntwo $-").substitute)
attempt(Template("one $1").substitute)
attempt(Template("$who").substitute)
attempt(Template("$who $Who $\u0130").safe_substitute, {"who": 1}, Who=2)
attempt(Template("$a").substitute, {"a": 1}, a=2)
attempt(Template("$a").substitute, 1, 2)
# expect: re.IGNORECASE 4 re.IGNORECASE $ None
# expect: '1 and @ 2 $d'
# expect: '1 2'
# expect: ValueError Invalid placeholder in string: line 1, col 6
# expect: '$ABC'
# expect: '1 2 $'
# expect: ValueError Invalid placeholder in string: line 1, col 8
# expect: '1 [b] %'
# expect: ValueError Unrecognized named group in pattern
# expect: ValueError Unrecognized named group in pattern
# expect: ValueError Unrecognized named group in pattern
# expect: ValueError Unrecognized named group in pattern
# expect: ['a', 'b']
# expect: False
# expect: True
# expect: ValueError Invalid placeholder in string: line 2, col 5
# expect: ValueError Invalid placeholder in string: line 1, col 5
# expect: KeyError who
# expect: '1 2 $İ'
# expect: '2'
# expect: TypeError Template.substitute() takes from 1 to 2 positional arguments but 3 were given
