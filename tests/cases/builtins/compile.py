code = compile('x + 1', 'file.py', 'eval')
print(eval(code, {'x': 1}), code.co_filename, code.co_name)
exec(compile('y = 2', 's', 'exec'))
print(y)
exec(compile('y * 2', 's', 'single'))
for f in (lambda: compile('1', 'f', 'nope'), lambda: compile(5, 'f', 'exec'), lambda: compile('1 +', 'f.py', 'exec'), lambda: compile('a\0b', 'f', 'exec'), lambda: compile()):
    try:
        f()
    except (ValueError, TypeError, SyntaxError) as e:
        print(type(e).__name__, e)
# expect: 2 file.py <module>
# expect: 2
# expect: 4
# expect: ValueError compile() mode must be 'exec', 'eval' or 'single'
# expect: TypeError compile() arg 1 must be a string, bytes or AST object
# expect: SyntaxError invalid syntax (f.py, line 1)
# expect: SyntaxError source code string cannot contain null bytes
# expect: TypeError compile() missing required argument 'source' (pos 1)
