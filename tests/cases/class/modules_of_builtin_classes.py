# Builtin classes that CPython makes as classes tell their module to their instances.
import functools
import operator
import re

for thing in (functools.partial(int), ExceptionGroup("x", [ValueError()]), re.match("a", "a"), re.compile("a"),
              operator.itemgetter(1), functools.lru_cache(int)):
    print(thing.__module__)
for value in (1, [], "a", iter([])):
    print(hasattr(value, "__module__"))
print(re.match("a", "a").__reduce__()[1])
# expect: functools
# expect: builtins
# expect: re
# expect: re
# expect: operator
# expect: builtins
# expect: False
# expect: False
# expect: False
# expect: False
# expect: (<class 're.Match'>, <class 'object'>, None)
