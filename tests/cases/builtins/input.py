# stdin: first
# stdin: second line
print(repr(input()))
print(repr(input('prompt> ')))
try:
    input()
except EOFError as e:
    print(e)
# expect: 'first'
# expect: prompt> 'second line'
# expect: EOF when reading a line
