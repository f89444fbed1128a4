# stdin: first
# stdin: second
# stdin: third
import sys
print(repr(sys.stdin.readline()), repr(sys.stdin.read(3)), sys.stdin.readlines(), repr(sys.stdin.read()))
# expect: 'first\n' 'sec' ['ond\n', 'third\n'] ''
