from posix import getpid, unlink
path = f"/tmp/case-{getpid()}.txt"

f = open(path, "w")
print(repr(f).replace(path, "PATH"), repr(f.buffer).replace(path, "PATH"), repr(f.buffer.raw).replace(path, "PATH"))
print(f.mode, f.encoding, f.errors, f.newlines, f.line_buffering, f.write_through, f.buffer.mode)
buffer = f.detach()
try:
    f.read()
except ValueError as e:
    print(e)
print(f, buffer.raw.closed)
buffer.close()
print(repr(open(path, "r+b")).replace(path, "PATH"), repr(open(path, "rb", 0)).replace(path, "PATH"))
unlink(path)
# expect: <_io.TextIOWrapper name='PATH' mode='w' encoding='UTF-8'> <_io.BufferedWriter name='PATH'> <_io.FileIO name='PATH' mode='wb' closefd=True>
# expect: w UTF-8 strict None False False wb
# expect: underlying buffer has been detached
# expect: <_io.TextIOWrapper mode='w' encoding='UTF-8'> False
# expect: <_io.BufferedRandom name='PATH'> <_io.FileIO name='PATH' mode='rb' closefd=True>
