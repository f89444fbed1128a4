math = __import__('math')
print(math.__name__, __import__('os.path').__name__, __import__('os', fromlist=['path']).__name__)
for f in (lambda: __import__('no_such_module'), lambda: __import__(5), lambda: __import__(), lambda: __import__('')):
    try:
        f()
    except (ImportError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: math os os
# expect: ModuleNotFoundError No module named 'no_such_module'
# expect: TypeError module name must be a string
# expect: TypeError __import__() missing required argument 'name' (pos 1)
# expect: ValueError Empty module name
