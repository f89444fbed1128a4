# The module `traceback` of 3.11 makes no suggestions (the interpreter does), and counts columns of wide characters.
import sys, traceback
class A: value = 1
def wide(): return "é"+"日本"+1/0
def wider(): return ["日本", "ｗ"][5]
def blanks_at_the_end(): z = []; [][0];  
for f in (blanks_at_the_end, lambda: prnt(1), lambda: A().valu, lambda: [].apend(1), lambda: json.loads, lambda: sys.vesion, wide, wider):
    try: f()
    except Exception as e:
        traceback.print_exc(file=sys.stdout)
        print(traceback.format_exception_only(e))
wide()
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/the_module_suggests_nothing.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/the_module_suggests_nothing.py", line 6, in blanks_at_the_end
# expect:     def blanks_at_the_end(): z = []; [][0];
# expect:                                    ~~^^^
# expect: IndexError: list index out of range
# expect: ['IndexError: list index out of range\n']
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/the_module_suggests_nothing.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/the_module_suggests_nothing.py", line 7, in <lambda>
# expect:     for f in (blanks_at_the_end, lambda: prnt(1), lambda: A().valu, lambda: [].apend(1), lambda: json.loads, lambda: sys.vesion, wide, wider):
# expect:                                          ^^^^
# expect: NameError: name 'prnt' is not defined
# expect: ["NameError: name 'prnt' is not defined\n"]
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/the_module_suggests_nothing.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/the_module_suggests_nothing.py", line 7, in <lambda>
# expect:     for f in (blanks_at_the_end, lambda: prnt(1), lambda: A().valu, lambda: [].apend(1), lambda: json.loads, lambda: sys.vesion, wide, wider):
# expect:                                                           ^^^^^^^^
# expect: AttributeError: 'A' object has no attribute 'valu'
# expect: ["AttributeError: 'A' object has no attribute 'valu'\n"]
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/the_module_suggests_nothing.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/the_module_suggests_nothing.py", line 7, in <lambda>
# expect:     for f in (blanks_at_the_end, lambda: prnt(1), lambda: A().valu, lambda: [].apend(1), lambda: json.loads, lambda: sys.vesion, wide, wider):
# expect:                                                                             ^^^^^^^^
# expect: AttributeError: 'list' object has no attribute 'apend'
# expect: ["AttributeError: 'list' object has no attribute 'apend'\n"]
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/the_module_suggests_nothing.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/the_module_suggests_nothing.py", line 7, in <lambda>
# expect:     for f in (blanks_at_the_end, lambda: prnt(1), lambda: A().valu, lambda: [].apend(1), lambda: json.loads, lambda: sys.vesion, wide, wider):
# expect:                                                                                                  ^^^^
# expect: NameError: name 'json' is not defined
# expect: ["NameError: name 'json' is not defined\n"]
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/the_module_suggests_nothing.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/the_module_suggests_nothing.py", line 7, in <lambda>
# expect:     for f in (blanks_at_the_end, lambda: prnt(1), lambda: A().valu, lambda: [].apend(1), lambda: json.loads, lambda: sys.vesion, wide, wider):
# expect:                                                                                                                      ^^^^^^^^^^
# expect: AttributeError: module 'sys' has no attribute 'vesion'
# expect: ["AttributeError: module 'sys' has no attribute 'vesion'\n"]
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/the_module_suggests_nothing.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/the_module_suggests_nothing.py", line 4, in wide
# expect:     def wide(): return "é"+"日本"+1/0
# expect:                                   ~^~
# expect: ZeroDivisionError: division by zero
# expect: ['ZeroDivisionError: division by zero\n']
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/the_module_suggests_nothing.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/the_module_suggests_nothing.py", line 5, in wider
# expect:     def wider(): return ["日本", "ｗ"][5]
# expect:                         ~~~~~~~~~~~~~~^^^
# expect: IndexError: list index out of range
# expect: ['IndexError: list index out of range\n']
# raises: ZeroDivisionError: division by zero
