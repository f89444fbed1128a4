# Words and values of operator, string.Template, inspect, pprint and match where only the exact form is right.
import inspect
import operator
import pprint
import string
import sys
from dataclasses import dataclass

for make in (operator.itemgetter, operator.attrgetter):
    try:
        make()
    except TypeError as error:
        print(error)
print(operator.index(True), type(operator.index(False)))
try:
    string.Template("ab\n cd ${").substitute()
except ValueError as error:
    print(error)


def function(a, b: int = 2) -> str: ...


print(inspect.getfullargspec(function).annotations)


@dataclass
class Long:
    numbers: list
    text: str = "b" * 50


pprint.pprint(Long(list(range(12))))
try:
    match 3:
        case function():
            pass
except TypeError as error:
    print(error)
print(sys.flags.int_max_str_digits)
try:
    sys.setrecursionlimit(1)
except RecursionError as error:
    print(error)
# expect: itemgetter expected 1 argument, got 0
# expect: attrgetter expected 1 argument, got 0
# expect: 1 <class 'int'>
# expect: Invalid placeholder in string: line 2, col 5
# expect: {'return': <class 'str'>, 'b': <class 'int'>}
# expect: Long(numbers=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
# expect:      text='bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb')
# expect: called match pattern must be a type
# expect: -1
# expect: cannot set the recursion limit to 1 at the recursion depth 2: the limit is too low
