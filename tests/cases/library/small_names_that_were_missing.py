# Types named with their module in messages, values of flags, hints for patterns, sources of the library.
import decimal
import enum
import inspect
import json
import linecache
import re
import typing

one = decimal.Decimal(1)
for act in (lambda: one + 1.5, lambda: one // "x", lambda: one.nothing, lambda: len(one), lambda: decimal.getcontext().nothing):
    try:
        act()
    except (TypeError, AttributeError) as error:
        print(error)
print(decimal.Decimal.__name__, type("D", (decimal.Decimal,), {}).__name__)
print(enum.show_flag_values(5), enum.bin(5), enum.bin(-5), enum.bin(5, 8))
print(typing.Pattern, typing.Match[str], isinstance(re.compile("a"), typing.Pattern))
print(isinstance(1j, typing.SupportsComplex), isinstance(b"", typing.SupportsBytes))
print(inspect.getsource(json.dumps).startswith("def dumps("), len(linecache.getlines(json.__file__)) > 20)
# expect: unsupported operand type(s) for +: 'decimal.Decimal' and 'float'
# expect: unsupported operand type(s) for //: 'decimal.Decimal' and 'str'
# expect: 'decimal.Decimal' object has no attribute 'nothing'
# expect: object of type 'decimal.Decimal' has no len()
# expect: 'decimal.Context' object has no attribute 'nothing'
# expect: Decimal D
# expect: [1, 4] 0b0 101 0b1 011 0b0 00000101
# expect: typing.Pattern typing.Match[str] True
# expect: True True
# expect: True True
