def f(e):
    try:
        try: raise ValueError('inner')
        except ValueError as e: print(e)
        print(e)
    except UnboundLocalError as error:
        print(error)
    try: error
    except NameError as other: print(other)
    for i in range(2):
        try:
            if i: print(i, e)
            e = 'again'
            del e
        except UnboundLocalError as again: print(again)
f('outer')
# expect: inner
# expect: cannot access local variable 'e' where it is not associated with a value
# expect: cannot access local variable 'error' where it is not associated with a value
# expect: cannot access local variable 'e' where it is not associated with a value
