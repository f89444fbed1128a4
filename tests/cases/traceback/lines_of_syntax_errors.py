# `text` of a SyntaxError has the line's end if the reader stood on that line.
for s in ('f(\n', 'f(\n\n', 'x=1\nf(1,\n', 'f(1,\n#c', 'x = [1\n2]\n', '(a b\n', 'f(a=1,\n 2)', '{1:2,\n 3}', 'a = (1 +\n 2) = 3', '(a,\n 3) = 5', 'if x = (\n3): pass', 'print "a" \\\n "b"'):
    try: compile(s, '<s>', 'exec')
    except SyntaxError as e: print(repr(s), e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
# expect: 'f(\n' '(' was never closed 1 2 1 0 'f(\n'
# expect: 'f(\n\n' '(' was never closed 1 2 1 0 'f('
# expect: 'x=1\nf(1,\n' '(' was never closed 2 2 2 0 'f(1,\n'
# expect: 'f(1,\n#c' '(' was never closed 1 2 1 0 'f(1,'
# expect: 'x = [1\n2]\n' invalid syntax. Perhaps you forgot a comma? 1 6 2 2 'x = [1'
# expect: '(a b\n' '(' was never closed 1 1 1 0 '(a b\n'
# expect: 'f(a=1,\n 2)' positional argument follows keyword argument 2 3 2 4 ' 2)\n'
# expect: '{1:2,\n 3}' ':' expected after dictionary key 2 2 2 0 ' 3}\n'
# expect: 'a = (1 +\n 2) = 3' cannot assign to expression 1 6 2 3 'a = (1 +'
# expect: '(a,\n 3) = 5' cannot assign to literal 2 2 2 3 ' 3) = 5\n'
# expect: 'if x = (\n3): pass' invalid syntax. Maybe you meant '==' or ':=' instead of '='? 1 4 2 2 'if x = ('
# expect: 'print "a" \\\n "b"' Missing parentheses in call to 'print'. Did you mean print(...)? 1 1 2 5 'print "a" \\'
