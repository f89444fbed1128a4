# `^` stands under the operator behind a closing parenthesis, and under brackets with blanks around them.
import sys
import traceback

pair = (10, 20)


def divided():
    return ( 1 / ( 0 ) ) + (3)


def spaced():
    return ( 1   )   + "b"


def subscript():
    return ( pair )  [  5 ] + 1


for function in (divided, spaced, subscript):
    try:
        function()
    except Exception:
        traceback.print_exc(file=sys.stdout)
import time

moment = time.gmtime(0)
print(moment + moment, moment * 2, (1,) + moment)
(pair) [ 9 ]
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/carets_find_operators_behind_parentheses.py", line 22, in <module>
# expect:     function()
# expect:   File "tests/cases/traceback/carets_find_operators_behind_parentheses.py", line 9, in divided
# expect:     return ( 1 / ( 0 ) ) + (3)
# expect:              ~~^~~~~~~
# expect: ZeroDivisionError: division by zero
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/carets_find_operators_behind_parentheses.py", line 22, in <module>
# expect:     function()
# expect:   File "tests/cases/traceback/carets_find_operators_behind_parentheses.py", line 13, in spaced
# expect:     return ( 1   )   + "b"
# expect:            ~~~~~~~~~~^~~~~
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/carets_find_operators_behind_parentheses.py", line 22, in <module>
# expect:     function()
# expect:   File "tests/cases/traceback/carets_find_operators_behind_parentheses.py", line 17, in subscript
# expect:     return ( pair )  [  5 ] + 1
# expect:            ~~~~~~~~~~^^^^^^
# expect: IndexError: tuple index out of range
# expect: (1970, 1, 1, 0, 0, 0, 3, 1, 0, 1970, 1, 1, 0, 0, 0, 3, 1, 0) (1970, 1, 1, 0, 0, 0, 3, 1, 0, 1970, 1, 1, 0, 0, 0, 3, 1, 0) (1, 1970, 1, 1, 0, 0, 0, 3, 1, 0)
# raises: IndexError: tuple index out of range
