# The frames of a traceback show the line that they left by: with a with or a cleanup the line that raised.
import sys
def lines(f):
    try: f()
    except Exception as e:
        t = e.__traceback__.tb_next; r = []
        while t: r.append((t.tb_lineno - t.tb_frame.f_code.co_firstlineno, t.tb_frame.f_lineno - t.tb_frame.f_code.co_firstlineno)); t = t.tb_next
        print(f.__name__, r)
class N:
    def __enter__(s): return s
    def __exit__(s, *a): pass
def fin2():
    try:
        1/0
    finally:
        x = 1
        y = 2
def with1():
    with N():
        1/0
        pass
def with2():
    with N(), N() as b:
        x = 1
        1/0
def other():
    try:
        1/0
    except TypeError as ex:
        pass
    except KeyError:
        pass
def named():
    try:
        1/0
    except Exception as e:
        x = 1
        raise
def nested():
    try:
        try:
            1/0
        finally:
            x = 1
    finally:
        y = 2
def loop():
    for i in range(3):
        try:
            if i == 1: 1/0
        finally:
            z = 1
def fintry():
    try:
        1/0
    except TypeError:
        pass
    else:
        pass
    finally:
        w = 1
def withfin():
    try:
        with N():
            1/0
    finally:
        q = 1
for f in (fin2, with1, with2, other, named, nested, loop, fintry, withfin): lines(f)
# expect: fin2 [(2, 5)]
# expect: with1 [(2, 2)]
# expect: with2 [(3, 3)]
# expect: other [(2, 5)]
# expect: named [(2, 5)]
# expect: nested [(3, 7)]
# expect: loop [(3, 5)]
# expect: fintry [(2, 8)]
# expect: withfin [(3, 5)]
