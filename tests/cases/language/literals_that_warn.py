# Escapes that mean nothing and numbers that run into a keyword are warned about.
import warnings
def t(s, mode='eval'):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try: r = eval(compile(s, '<f>', mode)); print(repr(r), end=' ')
        except Exception as e: print(repr(e), end=' ')
    print([(x.category.__name__, str(x.message), x.lineno, x.filename) for x in w])
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        try: compile(s, '/tmp/nofile', mode); print('ok')
        except SyntaxError as e: print(repr(e), e.lineno, e.offset, e.end_lineno, e.end_offset, e.text)
for s in [r"'\d'", r"b'\d'", r"'\400'", r"b'\777'", r"r'\d'", r"f'{1}\d'", r"'\N{DIGIT ONE}\8\9'", "'\\\n'", r"'a' '\d' '\e'", r"('\d', '\d')", "1if 1else 2", "1 if 1else 2", "[0x1for x in ()]", "0b1and 1", "1_0or 2", "1.in x", "1e5in [1]", "1jif 1 else 2", "0o7in [7]", "1is 1", "0in[0]", "1not in [1]", "1_000and 2", "x1if", "[1for x in 'a']", "[0xfor x in [1]]", "1if 1 else 3if 2 else 4", r"'\%c'"]:
    print(s); t(s)
# expect: '\d'
# expect: '\\d' [('DeprecationWarning', "invalid escape sequence '\\d'", 1, '<f>')]
# expect: SyntaxError("invalid escape sequence '\\d'", ('/tmp/nofile', 1, 1, "'\\d'", 1, 5)) 1 1 1 5 '\d'
# expect: b'\d'
# expect: b'\\d' [('DeprecationWarning', "invalid escape sequence '\\d'", 1, '<f>')]
# expect: SyntaxError("invalid escape sequence '\\d'", ('/tmp/nofile', 1, 1, "b'\\d'", 1, 6)) 1 1 1 6 b'\d'
# expect: '\400'
# expect: 'Ā' [('DeprecationWarning', "invalid octal escape sequence '\\400'", 1, '<f>')]
# expect: SyntaxError("invalid octal escape sequence '\\400'", ('/tmp/nofile', 1, 1, "'\\400'", 1, 7)) 1 1 1 7 '\400'
# expect: b'\777'
# expect: b'\xff' [('DeprecationWarning', "invalid octal escape sequence '\\777'", 1, '<f>')]
# expect: SyntaxError("invalid octal escape sequence '\\777'", ('/tmp/nofile', 1, 1, "b'\\777'", 1, 8)) 1 1 1 8 b'\777'
# expect: r'\d'
# expect: '\\d' []
# expect: ok
# expect: f'{1}\d'
# expect: '1\\d' [('DeprecationWarning', "invalid escape sequence '\\d'", 1, '<f>')]
# expect: SyntaxError("invalid escape sequence '\\d'", ('/tmp/nofile', 1, 1, "f'{1}\\d'", 1, 9)) 1 1 1 9 f'{1}\d'
# expect: '\N{DIGIT ONE}\8\9'
# expect: '1\\8\\9' [('DeprecationWarning', "invalid escape sequence '\\8'", 1, '<f>')]
# expect: SyntaxError("invalid escape sequence '\\8'", ('/tmp/nofile', 1, 1, "'\\N{DIGIT ONE}\\8\\9'", 1, 20)) 1 1 1 20 '\N{DIGIT ONE}\8\9'
# expect: '\
# expect: '
# expect: '' []
# expect: ok
# expect: 'a' '\d' '\e'
# expect: 'a\\d\\e' [('DeprecationWarning', "invalid escape sequence '\\d'", 1, '<f>'), ('DeprecationWarning', "invalid escape sequence '\\e'", 1, '<f>')]
# expect: SyntaxError("invalid escape sequence '\\d'", ('/tmp/nofile', 1, 5, "'a' '\\d' '\\e'", 1, 9)) 1 5 1 9 'a' '\d' '\e'
# expect: ('\d', '\d')
# expect: ('\\d', '\\d') [('DeprecationWarning', "invalid escape sequence '\\d'", 1, '<f>'), ('DeprecationWarning', "invalid escape sequence '\\d'", 1, '<f>')]
# expect: SyntaxError("invalid escape sequence '\\d'", ('/tmp/nofile', 1, 2, "('\\d', '\\d')", 1, 6)) 1 2 1 6 ('\d', '\d')
# expect: 1if 1else 2
# expect: 1 [('SyntaxWarning', 'invalid decimal literal', 1, '<f>'), ('SyntaxWarning', 'invalid decimal literal', 1, '<f>')]
# expect: SyntaxError('invalid decimal literal', ('/tmp/nofile', 1, 1, '1if 1else 2', 1, 1)) 1 1 1 1 1if 1else 2
# expect: 1 if 1else 2
# expect: 1 [('SyntaxWarning', 'invalid decimal literal', 1, '<f>')]
# expect: SyntaxError('invalid decimal literal', ('/tmp/nofile', 1, 6, '1 if 1else 2', 1, 6)) 1 6 1 6 1 if 1else 2
# expect: [0x1for x in ()]
# expect: [31] [('SyntaxWarning', 'invalid hexadecimal literal', 1, '<f>')]
# expect: SyntaxError('invalid hexadecimal literal', ('/tmp/nofile', 1, 5, '[0x1for x in ()]', 1, 5)) 1 5 1 5 [0x1for x in ()]
# expect: 0b1and 1
# expect: 1 [('SyntaxWarning', 'invalid binary literal', 1, '<f>')]
# expect: SyntaxError('invalid binary literal', ('/tmp/nofile', 1, 3, '0b1and 1', 1, 3)) 1 3 1 3 0b1and 1
# expect: 1_0or 2
# expect: 10 [('SyntaxWarning', 'invalid decimal literal', 1, '<f>')]
# expect: SyntaxError('invalid decimal literal', ('/tmp/nofile', 1, 3, '1_0or 2', 1, 3)) 1 3 1 3 1_0or 2
# expect: 1.in x
# expect: NameError("name 'x' is not defined") [('SyntaxWarning', 'invalid decimal literal', 1, '<f>')]
# expect: SyntaxError('invalid decimal literal', ('/tmp/nofile', 1, 2, '1.in x', 1, 2)) 1 2 1 2 1.in x
# expect: 1e5in [1]
# expect: False [('SyntaxWarning', 'invalid decimal literal', 1, '<f>')]
# expect: SyntaxError('invalid decimal literal', ('/tmp/nofile', 1, 3, '1e5in [1]', 1, 3)) 1 3 1 3 1e5in [1]
# expect: 1jif 1 else 2
# expect: 1j [('SyntaxWarning', 'invalid imaginary literal', 1, '<f>')]
# expect: SyntaxError('invalid imaginary literal', ('/tmp/nofile', 1, 2, '1jif 1 else 2', 1, 2)) 1 2 1 2 1jif 1 else 2
# expect: 0o7in [7]
# expect: True [('SyntaxWarning', 'invalid octal literal', 1, '<f>')]
# expect: SyntaxError('invalid octal literal', ('/tmp/nofile', 1, 3, '0o7in [7]', 1, 3)) 1 3 1 3 0o7in [7]
# expect: 1is 1
# expect: True [('SyntaxWarning', 'invalid decimal literal', 1, '<f>'), ('SyntaxWarning', '"is" with a literal. Did you mean "=="?', 1, '<f>')]
# expect: SyntaxError('invalid decimal literal', ('/tmp/nofile', 1, 1, '1is 1', 1, 1)) 1 1 1 1 1is 1
# expect: 0in[0]
# expect: True [('SyntaxWarning', 'invalid decimal literal', 1, '<f>')]
# expect: SyntaxError('invalid decimal literal', ('/tmp/nofile', 1, 1, '0in[0]', 1, 1)) 1 1 1 1 0in[0]
# expect: 1not in [1]
# expect: False [('SyntaxWarning', 'invalid decimal literal', 1, '<f>')]
# expect: SyntaxError('invalid decimal literal', ('/tmp/nofile', 1, 1, '1not in [1]', 1, 1)) 1 1 1 1 1not in [1]
# expect: 1_000and 2
# expect: 2 [('SyntaxWarning', 'invalid decimal literal', 1, '<f>')]
# expect: SyntaxError('invalid decimal literal', ('/tmp/nofile', 1, 5, '1_000and 2', 1, 5)) 1 5 1 5 1_000and 2
# expect: x1if
# expect: NameError("name 'x1if' is not defined") []
# expect: ok
# expect: [1for x in 'a']
# expect: [1] [('SyntaxWarning', 'invalid decimal literal', 1, '<f>')]
# expect: SyntaxError('invalid decimal literal', ('/tmp/nofile', 1, 2, "[1for x in 'a']", 1, 2)) 1 2 1 2 [1for x in 'a']
# expect: [0xfor x in [1]]
# expect: [15] [('SyntaxWarning', 'invalid hexadecimal literal', 1, '<f>')]
# expect: SyntaxError('invalid hexadecimal literal', ('/tmp/nofile', 1, 4, '[0xfor x in [1]]', 1, 4)) 1 4 1 4 [0xfor x in [1]]
# expect: 1if 1 else 3if 2 else 4
# expect: 1 [('SyntaxWarning', 'invalid decimal literal', 1, '<f>'), ('SyntaxWarning', 'invalid decimal literal', 1, '<f>')]
# expect: SyntaxError('invalid decimal literal', ('/tmp/nofile', 1, 1, '1if 1 else 3if 2 else 4', 1, 1)) 1 1 1 1 1if 1 else 3if 2 else 4
# expect: '\%c'
# expect: '\\%c' [('DeprecationWarning', "invalid escape sequence '\\%'", 1, '<f>')]
# expect: SyntaxError("invalid escape sequence '\\%'", ('/tmp/nofile', 1, 1, "'\\%c'", 1, 6)) 1 1 1 6 '\%c'
