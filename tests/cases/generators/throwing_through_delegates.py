# throw() and close() go through yield from and await: what is chained, and which frames the traceback shows.
import sys
import traceback
def inner():
    try:
        yield 1
    except ValueError as e:
        raise KeyError('x')
def outer():
    try:
        yield from inner()
    except KeyError as e:
        print(repr(e.__context__))
        traceback.print_exc(file=sys.stdout)
        raise
g = outer(); next(g)
try: g.throw(ValueError('v'))
except KeyError as e: traceback.print_exc(file=sys.stdout)
def inner2():
    yield 1
def outer2():
    yield from inner2()
g = outer2(); next(g)
try: g.throw(ValueError('v'))
except ValueError as e: traceback.print_exc(file=sys.stdout)
class C:
    def __iter__(s): return s
    def __next__(s): return 1
def o3():
    try:
        yield from C()
    except ValueError:
        traceback.print_exc(file=sys.stdout)
        raise
g=o3(); next(g)
try: g.throw(ValueError('v'))
except ValueError as e: traceback.print_exc(file=sys.stdout)
def inner4():
    try: yield 1
    finally:
        1/0
def outer4():
    try: yield from inner4()
    finally: print('fin')
g=outer4(); next(g)
try: g.close()
except ZeroDivisionError as e: traceback.print_exc(file=sys.stdout)
g=outer4(); next(g)
try: 
    try: {}['q']
    except KeyError: g.close()
except ZeroDivisionError as e: traceback.print_exc(file=sys.stdout)
def in5():
    try:
        yield 1
    except GeneratorExit:
        yield 2
def out5():
    yield from in5()
g=out5(); next(g)
try: g.close()
except RuntimeError: traceback.print_exc(file=sys.stdout)
g=out5(); next(g)
try: g.throw(GeneratorExit)
except RuntimeError: traceback.print_exc(file=sys.stdout)
import types
@types.coroutine
def sus(): 
    yield 5
async def a():
    await sus()
async def b():
    try: await a()
    except ValueError as e:
        raise TypeError('t')
c=b(); c.send(None)
try: c.throw(ValueError('bb'))
except TypeError: traceback.print_exc(file=sys.stdout)
class T:
    def __iter__(s): return s
    def __next__(s): return 1
    def throw(s, *a): print('throw', a); raise KeyError(1)
    def close(s): print("close"); raise IndexError(2)
def o6():
    try: yield from T()
    except IndexError as e: print(repr(e.__context__)); raise
g=o6(); next(g)
try: g.throw(ValueError)
except KeyError: traceback.print_exc(file=sys.stdout)
g=o6(); next(g)
try: g.close()
except IndexError: traceback.print_exc(file=sys.stdout)
def o7():
    try:
        yield 1
    except ValueError:
        yield from inner()
g=o7(); next(g); g.throw(ValueError("first"))
try: g.throw(ValueError("2nd"))
except KeyError: traceback.print_exc(file=sys.stdout)
def ret():
    try: yield 1
    except ValueError: return 42
def o8():
    r = yield from ret()
    print(r)
    try: raise OSError(1)
    except OSError: r = yield from ret()
    print(r)
    yield 9
g=o8(); next(g)
g.throw(ValueError()); print(g.throw(ValueError()))
g.throw(ValueError("end"))
# expect: ValueError('v')
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 6, in inner
# expect:     yield 1
# expect: ValueError: v
# expect:
# expect: During handling of the above exception, another exception occurred:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 11, in outer
# expect:     yield from inner()
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 8, in inner
# expect:     raise KeyError('x')
# expect: KeyError: 'x'
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 6, in inner
# expect:     yield 1
# expect: ValueError: v
# expect:
# expect: During handling of the above exception, another exception occurred:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 17, in <module>
# expect:     try: g.throw(ValueError('v'))
# expect:          ^^^^^^^^^^^^^^^^^^^^^^^^
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 11, in outer
# expect:     yield from inner()
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 8, in inner
# expect:     raise KeyError('x')
# expect: KeyError: 'x'
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 24, in <module>
# expect:     try: g.throw(ValueError('v'))
# expect:          ^^^^^^^^^^^^^^^^^^^^^^^^
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 22, in outer2
# expect:     yield from inner2()
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 20, in inner2
# expect:     yield 1
# expect: ValueError: v
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 31, in o3
# expect:     yield from C()
# expect: ValueError: v
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 36, in <module>
# expect:     try: g.throw(ValueError('v'))
# expect:          ^^^^^^^^^^^^^^^^^^^^^^^^
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 31, in o3
# expect:     yield from C()
# expect: ValueError: v
# expect: fin
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 39, in inner4
# expect:     try: yield 1
# expect:          ^^^^^^^
# expect: GeneratorExit
# expect:
# expect: During handling of the above exception, another exception occurred:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 46, in <module>
# expect:     try: g.close()
# expect:          ^^^^^^^^^
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 43, in outer4
# expect:     try: yield from inner4()
# expect:          ^^^^^^^^^^^^^^^^^^^
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 41, in inner4
# expect:     1/0
# expect:     ~^~
# expect: ZeroDivisionError: division by zero
# expect: fin
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 50, in <module>
# expect:     try: {}['q']
# expect:          ~~^^^^^
# expect: KeyError: 'q'
# expect:
# expect: During handling of the above exception, another exception occurred:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 39, in inner4
# expect:     try: yield 1
# expect:          ^^^^^^^
# expect: GeneratorExit
# expect:
# expect: During handling of the above exception, another exception occurred:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 51, in <module>
# expect:     except KeyError: g.close()
# expect:                      ^^^^^^^^^
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 43, in outer4
# expect:     try: yield from inner4()
# expect:          ^^^^^^^^^^^^^^^^^^^
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 41, in inner4
# expect:     1/0
# expect:     ~^~
# expect: ZeroDivisionError: division by zero
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 61, in <module>
# expect:     try: g.close()
# expect:          ^^^^^^^^^
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 59, in out5
# expect:     yield from in5()
# expect: RuntimeError: generator ignored GeneratorExit
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 64, in <module>
# expect:     try: g.throw(GeneratorExit)
# expect:          ^^^^^^^^^^^^^^^^^^^^^^
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 59, in out5
# expect:     yield from in5()
# expect: RuntimeError: generator ignored GeneratorExit
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 73, in b
# expect:     try: await a()
# expect:          ^^^^^^^^^
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 71, in a
# expect:     await sus()
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 69, in sus
# expect:     yield 5
# expect: ValueError: bb
# expect:
# expect: During handling of the above exception, another exception occurred:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 77, in <module>
# expect:     try: c.throw(ValueError('bb'))
# expect:          ^^^^^^^^^^^^^^^^^^^^^^^^^
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 75, in b
# expect:     raise TypeError('t')
# expect: TypeError: t
# expect: throw (<class 'ValueError'>,)
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 88, in <module>
# expect:     try: g.throw(ValueError)
# expect:          ^^^^^^^^^^^^^^^^^^^
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 85, in o6
# expect:     try: yield from T()
# expect:          ^^^^^^^^^^^^^^
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 82, in throw
# expect:     def throw(s, *a): print('throw', a); raise KeyError(1)
# expect:                                          ^^^^^^^^^^^^^^^^^
# expect: KeyError: 1
# expect: close
# expect: None
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 91, in <module>
# expect:     try: g.close()
# expect:          ^^^^^^^^^
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 85, in o6
# expect:     try: yield from T()
# expect:          ^^^^^^^^^^^^^^
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 83, in close
# expect:     def close(s): print("close"); raise IndexError(2)
# expect:                                   ^^^^^^^^^^^^^^^^^^^
# expect: IndexError: 2
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 95, in o7
# expect:     yield 1
# expect: ValueError: first
# expect:
# expect: During handling of the above exception, another exception occurred:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 99, in <module>
# expect:     try: g.throw(ValueError("2nd"))
# expect:          ^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 97, in o7
# expect:     yield from inner()
# expect:   File "tests/cases/generators/throwing_through_delegates.py", line 8, in inner
# expect:     raise KeyError('x')
# expect: KeyError: 'x'
# expect: 42
# expect: 42
# expect: 9
# raises: ValueError: end
