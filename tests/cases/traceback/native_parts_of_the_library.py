# Functions of the library that are native in CPython do not show in tracebacks.
import datetime, decimal, csv, pickle, warnings, queue, traceback, io, sys
class Bad:
    def __reduce__(self): raise ValueError("no")
    def __add__(self,o): return 1/0
warnings.simplefilter("error")
for f in (lambda: datetime.date(2023,13,1), lambda: decimal.Decimal("x"), lambda: decimal.Decimal(1)/0, lambda: list(csv.reader(3)), lambda: pickle.dumps(Bad()), lambda: pickle.loads(b""), lambda: pickle.dumps(lambda:1), lambda: warnings.warn("w"), lambda: warnings.warn(3,int), lambda: io.StringIO(3), lambda: decimal.Decimal(1)+"a", lambda: datetime.timedelta(1)+Bad(), lambda: Bad()+datetime.timedelta(1), lambda: datetime.timedelta(1)/0, lambda: csv.writer(io.StringIO()).writerow(3), lambda: datetime.date.today().strftime(3)):
    try: f()
    except Exception: traceback.print_exc(file=sys.stdout)
datetime.datetime(2024,1,1)-datetime.datetime(2024,1,1,tzinfo=datetime.timezone.utc)
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 7, in <lambda>
# expect:     for f in (lambda: datetime.date(2023,13,1), lambda: decimal.Decimal("x"), lambda: decimal.Decimal(1)/0, lambda: list(csv.reader(3)), lambda: pickle.dumps(Bad()), lambda: pickle.loads(b""), lambda: pickle.dumps(lambda:1), lambda: warnings.warn("w"), lambda: warnings.warn(3,int), lambda: io.StringIO(3), lambda: decimal.Decimal(1)+"a", lambda: datetime.timedelta(1)+Bad(), lambda: Bad()+datetime.timedelta(1), lambda: datetime.timedelta(1)/0, lambda: csv.writer(io.StringIO()).writerow(3), lambda: datetime.date.today().strftime(3)):
# expect:                       ^^^^^^^^^^^^^^^^^^^^^^^^
# expect: ValueError: month must be in 1..12
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 7, in <lambda>
# expect:     for f in (lambda: datetime.date(2023,13,1), lambda: decimal.Decimal("x"), lambda: decimal.Decimal(1)/0, lambda: list(csv.reader(3)), lambda: pickle.dumps(Bad()), lambda: pickle.loads(b""), lambda: pickle.dumps(lambda:1), lambda: warnings.warn("w"), lambda: warnings.warn(3,int), lambda: io.StringIO(3), lambda: decimal.Decimal(1)+"a", lambda: datetime.timedelta(1)+Bad(), lambda: Bad()+datetime.timedelta(1), lambda: datetime.timedelta(1)/0, lambda: csv.writer(io.StringIO()).writerow(3), lambda: datetime.date.today().strftime(3)):
# expect:                                                         ^^^^^^^^^^^^^^^^^^^^
# expect: decimal.InvalidOperation: [<class 'decimal.ConversionSyntax'>]
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 7, in <lambda>
# expect:     for f in (lambda: datetime.date(2023,13,1), lambda: decimal.Decimal("x"), lambda: decimal.Decimal(1)/0, lambda: list(csv.reader(3)), lambda: pickle.dumps(Bad()), lambda: pickle.loads(b""), lambda: pickle.dumps(lambda:1), lambda: warnings.warn("w"), lambda: warnings.warn(3,int), lambda: io.StringIO(3), lambda: decimal.Decimal(1)+"a", lambda: datetime.timedelta(1)+Bad(), lambda: Bad()+datetime.timedelta(1), lambda: datetime.timedelta(1)/0, lambda: csv.writer(io.StringIO()).writerow(3), lambda: datetime.date.today().strftime(3)):
# expect:                                                                                       ~~~~~~~~~~~~~~~~~~^~
# expect: decimal.DivisionByZero: [<class 'decimal.DivisionByZero'>]
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 7, in <lambda>
# expect:     for f in (lambda: datetime.date(2023,13,1), lambda: decimal.Decimal("x"), lambda: decimal.Decimal(1)/0, lambda: list(csv.reader(3)), lambda: pickle.dumps(Bad()), lambda: pickle.loads(b""), lambda: pickle.dumps(lambda:1), lambda: warnings.warn("w"), lambda: warnings.warn(3,int), lambda: io.StringIO(3), lambda: decimal.Decimal(1)+"a", lambda: datetime.timedelta(1)+Bad(), lambda: Bad()+datetime.timedelta(1), lambda: datetime.timedelta(1)/0, lambda: csv.writer(io.StringIO()).writerow(3), lambda: datetime.date.today().strftime(3)):
# expect:                                                                                                                          ^^^^^^^^^^^^^
# expect: TypeError: 'int' object is not iterable
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 7, in <lambda>
# expect:     for f in (lambda: datetime.date(2023,13,1), lambda: decimal.Decimal("x"), lambda: decimal.Decimal(1)/0, lambda: list(csv.reader(3)), lambda: pickle.dumps(Bad()), lambda: pickle.loads(b""), lambda: pickle.dumps(lambda:1), lambda: warnings.warn("w"), lambda: warnings.warn(3,int), lambda: io.StringIO(3), lambda: decimal.Decimal(1)+"a", lambda: datetime.timedelta(1)+Bad(), lambda: Bad()+datetime.timedelta(1), lambda: datetime.timedelta(1)/0, lambda: csv.writer(io.StringIO()).writerow(3), lambda: datetime.date.today().strftime(3)):
# expect:                                                                                                                                                  ^^^^^^^^^^^^^^^^^^^
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 4, in __reduce__
# expect:     def __reduce__(self): raise ValueError("no")
# expect:                           ^^^^^^^^^^^^^^^^^^^^^^
# expect: ValueError: no
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 7, in <lambda>
# expect:     for f in (lambda: datetime.date(2023,13,1), lambda: decimal.Decimal("x"), lambda: decimal.Decimal(1)/0, lambda: list(csv.reader(3)), lambda: pickle.dumps(Bad()), lambda: pickle.loads(b""), lambda: pickle.dumps(lambda:1), lambda: warnings.warn("w"), lambda: warnings.warn(3,int), lambda: io.StringIO(3), lambda: decimal.Decimal(1)+"a", lambda: datetime.timedelta(1)+Bad(), lambda: Bad()+datetime.timedelta(1), lambda: datetime.timedelta(1)/0, lambda: csv.writer(io.StringIO()).writerow(3), lambda: datetime.date.today().strftime(3)):
# expect:                                                                                                                                                                               ^^^^^^^^^^^^^^^^^
# expect: EOFError: Ran out of input
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 7, in <lambda>
# expect:     for f in (lambda: datetime.date(2023,13,1), lambda: decimal.Decimal("x"), lambda: decimal.Decimal(1)/0, lambda: list(csv.reader(3)), lambda: pickle.dumps(Bad()), lambda: pickle.loads(b""), lambda: pickle.dumps(lambda:1), lambda: warnings.warn("w"), lambda: warnings.warn(3,int), lambda: io.StringIO(3), lambda: decimal.Decimal(1)+"a", lambda: datetime.timedelta(1)+Bad(), lambda: Bad()+datetime.timedelta(1), lambda: datetime.timedelta(1)/0, lambda: csv.writer(io.StringIO()).writerow(3), lambda: datetime.date.today().strftime(3)):
# expect:                                                                                                                                                                                                          ^^^^^^^^^^^^^^^^^^^^^^
# expect: AttributeError: Can't pickle local object '<lambda>.<locals>.<lambda>'
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 7, in <lambda>
# expect:     for f in (lambda: datetime.date(2023,13,1), lambda: decimal.Decimal("x"), lambda: decimal.Decimal(1)/0, lambda: list(csv.reader(3)), lambda: pickle.dumps(Bad()), lambda: pickle.loads(b""), lambda: pickle.dumps(lambda:1), lambda: warnings.warn("w"), lambda: warnings.warn(3,int), lambda: io.StringIO(3), lambda: decimal.Decimal(1)+"a", lambda: datetime.timedelta(1)+Bad(), lambda: Bad()+datetime.timedelta(1), lambda: datetime.timedelta(1)/0, lambda: csv.writer(io.StringIO()).writerow(3), lambda: datetime.date.today().strftime(3)):
# expect:                                                                                                                                                                                                                                          ^^^^^^^^^^^^^^^^^^
# expect: UserWarning: w
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 7, in <lambda>
# expect:     for f in (lambda: datetime.date(2023,13,1), lambda: decimal.Decimal("x"), lambda: decimal.Decimal(1)/0, lambda: list(csv.reader(3)), lambda: pickle.dumps(Bad()), lambda: pickle.loads(b""), lambda: pickle.dumps(lambda:1), lambda: warnings.warn("w"), lambda: warnings.warn(3,int), lambda: io.StringIO(3), lambda: decimal.Decimal(1)+"a", lambda: datetime.timedelta(1)+Bad(), lambda: Bad()+datetime.timedelta(1), lambda: datetime.timedelta(1)/0, lambda: csv.writer(io.StringIO()).writerow(3), lambda: datetime.date.today().strftime(3)):
# expect:                                                                                                                                                                                                                                                                      ^^^^^^^^^^^^^^^^^^^^
# expect: TypeError: category must be a Warning subclass, not 'type'
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 7, in <lambda>
# expect:     for f in (lambda: datetime.date(2023,13,1), lambda: decimal.Decimal("x"), lambda: decimal.Decimal(1)/0, lambda: list(csv.reader(3)), lambda: pickle.dumps(Bad()), lambda: pickle.loads(b""), lambda: pickle.dumps(lambda:1), lambda: warnings.warn("w"), lambda: warnings.warn(3,int), lambda: io.StringIO(3), lambda: decimal.Decimal(1)+"a", lambda: datetime.timedelta(1)+Bad(), lambda: Bad()+datetime.timedelta(1), lambda: datetime.timedelta(1)/0, lambda: csv.writer(io.StringIO()).writerow(3), lambda: datetime.date.today().strftime(3)):
# expect:                                                                                                                                                                                                                                                                                                    ^^^^^^^^^^^^^^
# expect: TypeError: initial_value must be str or None, not int
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 7, in <lambda>
# expect:     for f in (lambda: datetime.date(2023,13,1), lambda: decimal.Decimal("x"), lambda: decimal.Decimal(1)/0, lambda: list(csv.reader(3)), lambda: pickle.dumps(Bad()), lambda: pickle.loads(b""), lambda: pickle.dumps(lambda:1), lambda: warnings.warn("w"), lambda: warnings.warn(3,int), lambda: io.StringIO(3), lambda: decimal.Decimal(1)+"a", lambda: datetime.timedelta(1)+Bad(), lambda: Bad()+datetime.timedelta(1), lambda: datetime.timedelta(1)/0, lambda: csv.writer(io.StringIO()).writerow(3), lambda: datetime.date.today().strftime(3)):
# expect:                                                                                                                                                                                                                                                                                                                            ~~~~~~~~~~~~~~~~~~^~~~
# expect: TypeError: unsupported operand type(s) for +: 'decimal.Decimal' and 'str'
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 7, in <lambda>
# expect:     for f in (lambda: datetime.date(2023,13,1), lambda: decimal.Decimal("x"), lambda: decimal.Decimal(1)/0, lambda: list(csv.reader(3)), lambda: pickle.dumps(Bad()), lambda: pickle.loads(b""), lambda: pickle.dumps(lambda:1), lambda: warnings.warn("w"), lambda: warnings.warn(3,int), lambda: io.StringIO(3), lambda: decimal.Decimal(1)+"a", lambda: datetime.timedelta(1)+Bad(), lambda: Bad()+datetime.timedelta(1), lambda: datetime.timedelta(1)/0, lambda: csv.writer(io.StringIO()).writerow(3), lambda: datetime.date.today().strftime(3)):
# expect:                                                                                                                                                                                                                                                                                                                                                            ~~~~~~~~~~~~~~~~~~~~~^~~~~~
# expect: TypeError: unsupported operand type(s) for +: 'datetime.timedelta' and 'Bad'
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 7, in <lambda>
# expect:     for f in (lambda: datetime.date(2023,13,1), lambda: decimal.Decimal("x"), lambda: decimal.Decimal(1)/0, lambda: list(csv.reader(3)), lambda: pickle.dumps(Bad()), lambda: pickle.loads(b""), lambda: pickle.dumps(lambda:1), lambda: warnings.warn("w"), lambda: warnings.warn(3,int), lambda: io.StringIO(3), lambda: decimal.Decimal(1)+"a", lambda: datetime.timedelta(1)+Bad(), lambda: Bad()+datetime.timedelta(1), lambda: datetime.timedelta(1)/0, lambda: csv.writer(io.StringIO()).writerow(3), lambda: datetime.date.today().strftime(3)):
# expect:                                                                                                                                                                                                                                                                                                                                                                                                 ~~~~~^~~~~~~~~~~~~~~~~~~~~~
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 5, in __add__
# expect:     def __add__(self,o): return 1/0
# expect:                                 ~^~
# expect: ZeroDivisionError: division by zero
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 7, in <lambda>
# expect:     for f in (lambda: datetime.date(2023,13,1), lambda: decimal.Decimal("x"), lambda: decimal.Decimal(1)/0, lambda: list(csv.reader(3)), lambda: pickle.dumps(Bad()), lambda: pickle.loads(b""), lambda: pickle.dumps(lambda:1), lambda: warnings.warn("w"), lambda: warnings.warn(3,int), lambda: io.StringIO(3), lambda: decimal.Decimal(1)+"a", lambda: datetime.timedelta(1)+Bad(), lambda: Bad()+datetime.timedelta(1), lambda: datetime.timedelta(1)/0, lambda: csv.writer(io.StringIO()).writerow(3), lambda: datetime.date.today().strftime(3)):
# expect:                                                                                                                                                                                                                                                                                                                                                                                                                                      ~~~~~~~~~~~~~~~~~~~~~^~
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 7, in <lambda>
# expect:     for f in (lambda: datetime.date(2023,13,1), lambda: decimal.Decimal("x"), lambda: decimal.Decimal(1)/0, lambda: list(csv.reader(3)), lambda: pickle.dumps(Bad()), lambda: pickle.loads(b""), lambda: pickle.dumps(lambda:1), lambda: warnings.warn("w"), lambda: warnings.warn(3,int), lambda: io.StringIO(3), lambda: decimal.Decimal(1)+"a", lambda: datetime.timedelta(1)+Bad(), lambda: Bad()+datetime.timedelta(1), lambda: datetime.timedelta(1)/0, lambda: csv.writer(io.StringIO()).writerow(3), lambda: datetime.date.today().strftime(3)):
# expect:                                                                                                                                                                                                                                                                                                                                                                                                                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: _csv.Error: iterable expected, not int
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 8, in <module>
# expect:     try: f()
# expect:          ^^^
# expect:   File "tests/cases/traceback/native_parts_of_the_library.py", line 7, in <lambda>
# expect:     for f in (lambda: datetime.date(2023,13,1), lambda: decimal.Decimal("x"), lambda: decimal.Decimal(1)/0, lambda: list(csv.reader(3)), lambda: pickle.dumps(Bad()), lambda: pickle.loads(b""), lambda: pickle.dumps(lambda:1), lambda: warnings.warn("w"), lambda: warnings.warn(3,int), lambda: io.StringIO(3), lambda: decimal.Decimal(1)+"a", lambda: datetime.timedelta(1)+Bad(), lambda: Bad()+datetime.timedelta(1), lambda: datetime.timedelta(1)/0, lambda: csv.writer(io.StringIO()).writerow(3), lambda: datetime.date.today().strftime(3)):
# expect:                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: TypeError: strftime() argument 1 must be str, not int
# raises: TypeError: can't subtract offset-naive and offset-aware datetimes
