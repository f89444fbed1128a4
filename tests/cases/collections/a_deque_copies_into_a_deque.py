# A subclass whose constructor answers something else is told so.
from collections import deque


class Odd(deque):
    pass


odd = Odd([1], 2)
Odd.__new__ = lambda cls, *args: [42]
for use in (lambda: odd * 2, lambda: odd * 0, lambda: odd + deque([1]), odd.copy):
    try:
        use()
    except TypeError as error:
        print(error)
# expect: Odd() must return a deque, not list
# expect: Odd() must return a deque, not list
# expect: Odd() must return a deque, not list
# expect: Odd() must return a deque, not list
