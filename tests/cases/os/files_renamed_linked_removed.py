import os
base = f"/tmp/case-{os.getpid()}"
os.mkdir(base)
os.chdir(base)
open("f", "w").close()
print(os.rename("f", "g"), os.listdir(), os.symlink("g", "s"), os.readlink("s"), os.link("g", "h"), os.stat("h").st_nlink)
print(os.path.islink("s"), os.path.samefile("g", "h"), os.replace("h", "s"), sorted(os.listdir()))
for f in (lambda: os.rename("nope", "x"), lambda: os.remove("nope"), lambda: os.unlink(3), lambda: os.rename("a", 3),
          lambda: os.readlink("g"), lambda: os.link("g", "s"), lambda: os.chmod("nope", 0o600)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "filename", None), getattr(e, "filename2", None))
os.remove("g")
os.remove("s")
os.chdir("/")
os.rmdir(base)
# expect: None ['g'] None g None 2
# expect: True True None ['g', 's']
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope' -> 'x' nope x
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope' nope None
# expect: TypeError unlink: path should be string, bytes or os.PathLike, not int None None
# expect: TypeError rename: dst should be string, bytes or os.PathLike, not int None None
# expect: OSError [Errno 22] Invalid argument: 'g' g None
# expect: FileExistsError [Errno 17] File exists: 'g' -> 's' g s
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope' nope None
