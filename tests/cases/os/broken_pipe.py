import os
r, w = os.pipe()
os.close(r)
try:
    os.write(w, b"x")
except BrokenPipeError as e:
    print(e, e.errno)
f = os.fdopen(w, "w")
f.write("x")
try:
    f.flush()
except OSError as e:
    print(repr(e))
try:
    f.close()
except OSError as e:
    print(repr(e), f.closed)
# expect: [Errno 32] Broken pipe 32
# expect: BrokenPipeError(32, 'Broken pipe')
# expect: BrokenPipeError(32, 'Broken pipe') True
