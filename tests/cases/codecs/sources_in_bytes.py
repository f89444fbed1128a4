for source in b"# coding: foo\nx", b"\xef\xbb\xbf# coding: latin-1\nx", b"x = 1\0", b"# coding: latin-1\nprint('\xe9')":
    try:
        exec(compile(source, "x", "exec"))
    except SyntaxError as error:
        print(repr(error))
# expect: SyntaxError('unknown encoding: foo', ('x', 0, -1, None))
# expect: SyntaxError('encoding problem: iso-8859-1 with BOM', ('x', 0, -1, None))
# expect: SyntaxError('source code string cannot contain null bytes')
# expect: é
