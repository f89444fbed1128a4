# `break` and `continue` are told to a trace function where they stand on lines of their own.
import sys
def tr(f,e,a):
    if f.f_code.co_filename==__file__: print(e,f.f_code.co_name,f.f_lineno-f.f_code.co_firstlineno); return tr
def a():
    while 1:
        break
    x=1
def b():
    y=8
    while y>7:
        y-=1
        break
    x=1
def c():
    for i in (1,2):
        if i:
            break
    else:
        z=1
    for i in (1,2):
        if i:
            continue
        z=1
    for i in (1,2):
        try:
            break
        finally:
            w=1
    for i in (1,2):
        with open("/dev/null"):
            break
    for i in (1,):
        if i: break
    while True:
        if i: break
        x=1
    for i in (1,2):
        x=1
        continue
    for i in (1,2):
        x=2
        if i>1:
            pass
        else:
            continue
    while True:
        try:
            1/0
        except ZeroDivisionError:
            break
    for i in (1,2): break
for f in (a,b,c):
    sys.settrace(tr); f(); sys.settrace(None)
# expect: call a 0
# expect: line a 1
# expect: line a 2
# expect: line a 3
# expect: return a 3
# expect: call b 0
# expect: line b 1
# expect: line b 2
# expect: line b 3
# expect: line b 4
# expect: line b 5
# expect: return b 5
# expect: call c 0
# expect: line c 1
# expect: line c 2
# expect: line c 3
# expect: line c 6
# expect: line c 7
# expect: line c 8
# expect: line c 6
# expect: line c 7
# expect: line c 8
# expect: line c 6
# expect: line c 10
# expect: line c 11
# expect: line c 12
# expect: line c 14
# expect: line c 15
# expect: line c 16
# expect: line c 17
# expect: line c 16
# expect: line c 18
# expect: line c 19
# expect: line c 20
# expect: line c 21
# expect: line c 23
# expect: line c 24
# expect: line c 25
# expect: line c 23
# expect: line c 24
# expect: line c 25
# expect: line c 23
# expect: line c 26
# expect: line c 27
# expect: line c 28
# expect: line c 31
# expect: line c 26
# expect: line c 27
# expect: line c 28
# expect: line c 29
# expect: line c 26
# expect: line c 32
# expect: line c 33
# expect: line c 34
# expect: exception c 34
# expect: line c 35
# expect: line c 36
# expect: line c 37
# expect: return c 37
