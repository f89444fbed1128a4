import os
import sys
path = f"/tmp/case-{os.getpid()}"
saved = os.dup(1)
fd = os.open(path, os.O_WRONLY | os.O_CREAT)
print("before", flush=True)
os.dup2(fd, 1)
print("redirected", flush=True)
os.dup2(saved, 1)
os.close(fd)
os.close(saved)
print(repr(open(path).read()))
os.remove(path)
# expect: before
# expect: 'redirected\n'
