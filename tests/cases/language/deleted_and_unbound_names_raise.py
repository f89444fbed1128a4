def f(flag):
    if flag: x = 1
    try: print(x)
    except UnboundLocalError as e: print(e)
    try: del x
    except UnboundLocalError as e: print('del', e)
    while flag:
        x = flag
        flag -= 1
        del x
    def inner(): return y
    try: inner()
    except NameError as e: print(e)
    y = 1
    print(inner())
    del y
    try: inner()
    except NameError as e: print(e)
f(0)
f(2)
# expect: cannot access local variable 'x' where it is not associated with a value
# expect: del cannot access local variable 'x' where it is not associated with a value
# expect: cannot access free variable 'y' where it is not associated with a value in enclosing scope
# expect: 1
# expect: cannot access free variable 'y' where it is not associated with a value in enclosing scope
# expect: 1
# expect: cannot access free variable 'y' where it is not associated with a value in enclosing scope
# expect: 1
# expect: cannot access free variable 'y' where it is not associated with a value in enclosing scope
