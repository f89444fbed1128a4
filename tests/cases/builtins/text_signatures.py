# `__text_signature__` of functions and types, and what inspect.signature makes of it.
import inspect

for function in (len, print, sorted, globals, sum, pow, max, getattr, iter, [].append, str.split, list, object, float, int):
    print(function.__text_signature__)
    try:
        print(inspect.signature(function))
    except ValueError as error:
        print(error)
# expect: ($module, obj, /)
# expect: (obj, /)
# expect: ($module, /, *args, sep=' ', end='\n', file=None, flush=False)
# expect: (*args, sep=' ', end='\n', file=None, flush=False)
# expect: ($module, iterable, /, *, key=None, reverse=False)
# expect: (iterable, /, *, key=None, reverse=False)
# expect: ($module, /)
# expect: ()
# expect: ($module, iterable, /, start=0)
# expect: (iterable, /, start=0)
# expect: ($module, /, base, exp, mod=None)
# expect: (base, exp, mod=None)
# expect: None
# expect: no signature found for builtin <built-in function max>
# expect: None
# expect: no signature found for builtin <built-in function getattr>
# expect: None
# expect: no signature found for builtin <built-in function iter>
# expect: ($self, object, /)
# expect: (object, /)
# expect: ($self, /, sep=None, maxsplit=-1)
# expect: (self, /, sep=None, maxsplit=-1)
# expect: (iterable=(), /)
# expect: (iterable=(), /)
# expect: ()
# expect: ()
# expect: (x=0, /)
# expect: (x=0, /)
# expect: None
# expect: no signature found for builtin type <class 'int'>
