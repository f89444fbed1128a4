import os
import atexit
atexit.register(print, "never")
print("lost in the buffer")
os.write(1, b"direct\n")
os._exit(3)
# expect: direct
# exit: 3
