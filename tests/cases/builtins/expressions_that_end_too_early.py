# eval() gives its text no newline: an error at the end has no column, and the shown line no newline.
for text in ("1 +", "(1 +", "a b", "x = ", "1 + # c", "lambda", "\n\n1 +", "1 +\n", "if x:"):
    try:
        eval(text)
    except SyntaxError as error:
        print(repr(text), error.args)
eval("2 *")
# expect: '1 +' ('invalid syntax', ('<string>', 1, 0, '1 +', 1, 0))
# expect: '(1 +' ("'(' was never closed", ('<string>', 1, 1, '(1 +', 1, 0))
# expect: 'a b' ('invalid syntax', ('<string>', 1, 3, 'a b', 1, 4))
# expect: 'x = ' ('invalid syntax', ('<string>', 1, 3, 'x = ', 1, 4))
# expect: '1 + # c' ('invalid syntax', ('<string>', 1, 0, '1 + # c', 1, 0))
# expect: 'lambda' ('invalid syntax', ('<string>', 1, 0, 'lambda', 1, 0))
# expect: '\n\n1 +' ('invalid syntax', ('<string>', 3, 0, '1 +', 3, 0))
# expect: '1 +\n' ('invalid syntax', ('<string>', 1, 4, '1 +\n', 1, 4))
# expect: 'if x:' ('invalid syntax', ('<string>', 1, 1, 'if x:', 1, 3))
# raises: SyntaxError: invalid syntax
