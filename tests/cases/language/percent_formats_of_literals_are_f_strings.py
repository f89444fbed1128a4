class Odd:
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
    def __format__(self, spec): return f'format({spec})'
o, e = Odd(), 'é'
print('%s|%r|%a' % (o, o, e), '%5s|%-5s|%.2s|%%' % (o, o, 'abc'), '%s' % (o,), '%d %s' % (1, o))
try: '%s %s' % (o,)
except TypeError as error: print(error)
try: '%s' % (o, o)
except TypeError as error: print(error)
# expect: str|repr|'\xe9'   str|str  |ab|% str 1 str
# expect: not enough arguments for format string
# expect: not all arguments converted during string formatting
