x = 5
print(eval('x + 1'), eval('x', {'x': 'own'}), eval('x + y', {'x': 1}, {'y': 2}), eval('  \t1 + 1'), eval(b'2 * 3'))
def f():
    z = 3
    return eval('z * x')
print(f())
g = {}
eval('1', g)
print(list(g))
for f in (lambda: eval(5), lambda: eval('1', 5), lambda: eval('1', {}, 5), lambda: eval('1 +'), lambda: eval('a = 1'), lambda: eval('undefined_name'), lambda: eval('')):
    try:
        f()
    except (TypeError, SyntaxError, NameError) as e:
        print(type(e).__name__, e)
# expect: 6 own 3 2 6
# expect: 15
# expect: ['__builtins__']
# expect: TypeError eval() arg 1 must be a string, bytes or code object
# expect: TypeError globals must be a dict
# expect: TypeError locals must be a mapping
# expect: SyntaxError invalid syntax (<string>, line 1)
# expect: SyntaxError invalid syntax (<string>, line 1)
# expect: NameError name 'undefined_name' is not defined
# expect: SyntaxError invalid syntax (<string>, line 0)
