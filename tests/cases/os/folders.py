import os
base = f"/tmp/case-{os.getpid()}"
os.mkdir(base)
os.chdir(base)
print(os.getcwd() == base, os.listdir(), os.makedirs("a/b/c"), os.makedirs("a/b/c", exist_ok=True))
with open("a/f.txt", "w") as f:
    f.write("hello")
print(sorted(os.listdir("a")), sorted(os.listdir(b"a")))
print([(root, sorted(dirs), sorted(files)) for root, dirs, files in os.walk(".")])
print(sorted((e.name, e.is_dir(), e.is_file()) for e in os.scandir("a")))
for f in (lambda: os.mkdir("a"), lambda: os.rmdir("a"), lambda: os.makedirs("a/b"), lambda: os.listdir("nope"), lambda: os.rmdir("a/f.txt")):
    try:
        f()
    except OSError as e:
        print(type(e).__name__, e)
os.remove("a/f.txt")
print(os.removedirs("a/b/c"), os.listdir())
os.chdir("/")
os.rmdir(base)
# expect: True [] None None
# expect: ['b', 'f.txt'] [b'b', b'f.txt']
# expect: [('.', ['a'], []), ('./a', ['b'], ['f.txt']), ('./a/b', ['c'], []), ('./a/b/c', [], [])]
# expect: [('b', True, False), ('f.txt', False, True)]
# expect: FileExistsError [Errno 17] File exists: 'a'
# expect: OSError [Errno 39] Directory not empty: 'a'
# expect: FileExistsError [Errno 17] File exists: 'a/b'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: NotADirectoryError [Errno 20] Not a directory: 'a/f.txt'
# expect: None []
