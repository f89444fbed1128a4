# What is wrong behind or in the parentheses of a `with`.
for s in ("with (a as b, c as d) pass", "with (a, b) pass", "with (a as b,) pass", "with (a) as b pass", "with (a as b) pass", "async def f():\n async with (a as b, c as d) pass", "with (a as b, c) pass", "with (a, b as c) pass", "with a as b, c as d pass", "with (yield) pass", "with (a as b for c in d) pass", "with (a as b, c as d: pass", "with (a as b c): pass", "with (a as b,, c): pass", "with (a as 1): pass", "with (a as b, c as f()): pass", "with (): pass", "with ((a as b)): pass", "with (a as b), c: pass", "with (a as b).c: pass", "with (lambda: a as b): pass", "with (a as b) as c: pass", "with (a as b, c as d): pass", "with (a as b) + c: pass", "with (a as b)\n  pass", "with (a := b) as c: pass", "with (a, b) as c: pass"):
    try: compile(s, "<s>", "exec"); print(repr(s), "OK")
    except SyntaxError as e: print(repr(s), e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
# expect: 'with (a as b, c as d) pass' invalid syntax 1 23 1 27
# expect: 'with (a, b) pass' invalid syntax 1 13 1 17
# expect: 'with (a as b,) pass' invalid syntax 1 16 1 20
# expect: 'with (a) as b pass' invalid syntax 1 15 1 19
# expect: 'with (a as b) pass' invalid syntax 1 15 1 19
# expect: 'async def f():\n async with (a as b, c as d) pass' invalid syntax 2 30 2 34
# expect: 'with (a as b, c) pass' invalid syntax 1 18 1 22
# expect: 'with (a, b as c) pass' invalid syntax 1 18 1 22
# expect: 'with a as b, c as d pass' invalid syntax 1 21 1 25
# expect: 'with (yield) pass' invalid syntax 1 14 1 18
# expect: 'with (a as b for c in d) pass' invalid syntax 1 14 1 17
# expect: 'with (a as b, c as d: pass' invalid syntax 1 21 1 22
# expect: 'with (a as b c): pass' invalid syntax. Perhaps you forgot a comma? 1 12 1 15
# expect: 'with (a as b,, c): pass' invalid syntax 1 14 1 15
# expect: 'with (a as 1): pass' cannot assign to literal 1 12 1 13
# expect: 'with (a as b, c as f()): pass' cannot assign to function call 1 20 1 23
# expect: 'with (): pass' OK
# expect: 'with ((a as b)): pass' invalid syntax 1 10 1 12
# expect: 'with (a as b), c: pass' invalid syntax 1 14 1 15
# expect: 'with (a as b).c: pass' invalid syntax 1 14 1 15
# expect: 'with (lambda: a as b): pass' OK
# expect: 'with (a as b) as c: pass' invalid syntax 1 15 1 17
# expect: 'with (a as b, c as d): pass' OK
# expect: 'with (a as b) + c: pass' invalid syntax 1 15 1 16
# expect: 'with (a as b)\n  pass' expected ':' 1 14 1 14
# expect: 'with (a := b) as c: pass' OK
# expect: 'with (a, b) as c: pass' OK
