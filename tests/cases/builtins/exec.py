exec('a = 1\nb = a + 1')
print(a, b)
ns = {}
exec('def f(): return 42', ns)
print(ns['f'](), sorted(ns))
l = {}
exec('c = 3', {}, l)
print(l, exec('pass'))
def f():
    exec('local = 1')
    return 'local' in locals()
print(f())
for f in (lambda: exec(5), lambda: exec('1', 5), lambda: exec('1', {}, 5), lambda: exec('if'), lambda: exec('raise KeyError(1)')):
    try:
        f()
    except (TypeError, SyntaxError, KeyError) as e:
        print(type(e).__name__, e)
# expect: 1 2
# expect: 42 ['__builtins__', 'f']
# expect: {'c': 3} None
# expect: True
# expect: TypeError exec() arg 1 must be a string, bytes or code object
# expect: TypeError exec() globals must be a dict, not int
# expect: TypeError locals must be a mapping or None, not int
# expect: SyntaxError invalid syntax (<string>, line 1)
# expect: KeyError 1
