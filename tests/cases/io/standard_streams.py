import sys
print(sys.stdin.fileno(), sys.stdout.fileno(), sys.stdout, sys.stdout.mode, sys.stdin.mode, sys.stdout is sys.__stdout__)
print(sys.stdin.readable(), sys.stdin.writable(), sys.stdout.readable(), sys.stderr.line_buffering, sys.stderr.errors)
print(sys.stdout.write("text\n"), sys.stdout.flush(), sys.stdout.buffer.write(b"bytes\n"), sys.stdout.buffer.flush())
for use in (lambda: sys.stdout.write(3), sys.stdout.read, lambda: print("a", file=3), lambda: sys.stdin.write("")):
    try:
        use()
    except Exception as e:
        print(type(e).__name__, e)
# expect: 0 1 <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'> w r True
# expect: True False False True backslashreplace
# expect: text
# expect: bytes
# expect: 5 None 6 None
# expect: TypeError write() argument must be str, not int
# expect: UnsupportedOperation not readable
# expect: AttributeError 'int' object has no attribute 'write'
# expect: UnsupportedOperation not writable
