# contextvars, graphlib, glob, shutil and tempfile.
# modes: auto
import re, contextvars as cv, graphlib, glob, tempfile, shutil, os, sys
v=cv.ContextVar("v",default=3); w=cv.ContextVar("w")
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__,re.sub("0x[0-9a-f]+","ID",str(e)).replace(os.path.realpath("."),"HERE"))
t(lambda: v.get()); t(lambda: w.get()); t(lambda: w.get(9)); tok=v.set(5); t(lambda: (v.get(),tok.old_value is tok.MISSING,tok.var is v)); 
c=cv.copy_context(); t(lambda: c.run(v.get)); t(lambda: c.run(lambda:(v.set(8),v.get())[1])); t(lambda:(v.get(),c[v],len(c),list(c)==[v],v in c,w in c,c.get(w),c.get(v))); t(lambda: c[w]); t(lambda: c["a"]); v.reset(tok); t(lambda: v.get()); t(lambda: v.reset(tok)); t(lambda: w.reset(v.set(1))); t(lambda: c.run(lambda: c.run(print))); t(lambda: cv.Token()); t(lambda: cv.ContextVar(3)); t(lambda: v.name); t(lambda: c.run(v.reset,v.set(3))); t(lambda: cv.Token.MISSING); t(lambda: v.reset(3)); t(lambda: cv.Context()==cv.Context())
g=graphlib.TopologicalSorter({"D":{"B","C"},"B":{"A"},"C":{"A"}}); print(sorted(g.static_order()),list(graphlib.TopologicalSorter({1:[2,3],2:[3]}).static_order()))
t(lambda: list(graphlib.TopologicalSorter({1:[2],2:[1]}).static_order())); t(lambda: list(graphlib.TopologicalSorter({1:[2],2:[3],3:[1],4:[1]}).static_order())); t(lambda: g.prepare()); h=graphlib.TopologicalSorter(); h.add("a","b"); t(lambda: h.get_ready()); h.prepare(); t(lambda: h.add(1)); t(lambda:(h.get_ready(),bool(h),h.is_active())); t(lambda: h.done("a")); t(lambda: h.done("q")); t(lambda: (h.done("b"),h.get_ready())); t(lambda: h.done("b")); t(lambda:(h.done("a"),h.is_active()))
d=tempfile.mkdtemp(); os.chdir(d)
for p in ("a/b/c","a/.hid","x"): os.makedirs(p)
for f in ("a/1.txt","a/2.py","a/b/3.txt","a/b/c/4.txt",".dot","x/[q].txt","a/.hid/h.txt","top.txt"): open(f,"w").write(f)
for p in ("*","*.txt","a/*","**","**/*.txt","a/**","a/**/","*/","x/[[]q].txt","[a-x]","?",".*","a/b/*/../*.txt","nope*","","/tm*","./*.txt","**/b","a/1.txt","a/zz"):
    for rec in (False,True):
        print(p,rec,sorted(glob.glob(p,recursive=rec)))
print(sorted(glob.glob("**",recursive=True,include_hidden=True)),sorted(glob.glob("*.txt",root_dir="a")),glob.escape("a[b]*?"),sorted(glob.glob(b"*")),glob.has_magic("a*"),sorted(glob.glob(d+"/*.txt"))==[d+"/top.txt"])
print(shutil.copy("top.txt","x"),shutil.copyfile("top.txt","y.txt"),shutil.copy2("top.txt","z.txt"),open("x/top.txt").read(),os.stat("z.txt").st_mtime_ns==os.stat("top.txt").st_mtime_ns)
t(lambda: shutil.copy("top.txt","top.txt")); t(lambda: shutil.copy("nope","q")); t(lambda: shutil.copyfile("top.txt","x")); t(lambda: shutil.copyfile("top.txt","no/such/"))
print(shutil.copytree("a","a2"),sorted(glob.glob("a2/**",recursive=True)),shutil.copytree("a","a3",ignore=shutil.ignore_patterns("*.txt","b")),sorted(os.listdir("a3"))); t(lambda: shutil.copytree("a","a2")); t(lambda: shutil.copytree("a","a2",dirs_exist_ok=True)); t(lambda: shutil.copytree("nope","q"))
print(shutil.move("a2","moved"),shutil.move("y.txt","x"),sorted(os.listdir("x"))); t(lambda: shutil.move("z.txt","x/top.txt")); t(lambda: shutil.move("top.txt","nope/q")); t(lambda: shutil.move("a","a/b")); t(lambda: shutil.move("moved/1.txt","a"))
shutil.rmtree("moved"); print(os.path.exists("moved")); t(lambda: shutil.rmtree("moved")); shutil.rmtree("moved",ignore_errors=True); t(lambda: shutil.rmtree("top.txt")) ; shutil.rmtree("zz",onerror=lambda f,p,e: print(f.__name__,p,e[0].__name__))
print(shutil.which("sh"),shutil.which("nonexistent-x"),shutil.get_terminal_size(),shutil.disk_usage("/")._fields)
with tempfile.TemporaryDirectory() as td: print(os.path.isdir(td),os.path.basename(td)[:3],len(os.path.basename(td))); open(td+"/f","w").close()
print(os.path.exists(td))
with tempfile.NamedTemporaryFile("w+",suffix=".x",prefix="pre") as f: f.write("hi"); f.flush(); f.seek(0); print(f.read(),os.path.exists(f.name),f.name.endswith(".x"),os.path.basename(f.name)[:3])
print(os.path.exists(f.name),f.closed)
with tempfile.TemporaryFile() as f: f.write(b"abc"); f.seek(0); print(f.read(),isinstance(f.name,int))
with tempfile.SpooledTemporaryFile(max_size=5) as f: f.write(b"abc"); print(f._rolled); f.write(b"defg"); print(f._rolled); f.seek(0); print(f.read())
fd,name=tempfile.mkstemp(".s","p"); os.close(fd); print(oct(os.stat(name).st_mode)); os.unlink(name)
t(lambda: tempfile.mkstemp(b"a","b")); print(tempfile.gettempprefix(),tempfile.gettempdirb())
f=tempfile.NamedTemporaryFile(delete=False); n=f.name; f.close(); print(os.path.exists(n)); os.unlink(n)
os.chdir("/"); shutil.rmtree(d)
# expect: 3
# expect: LookupError <ContextVar name='w' at ID>
# expect: 9
# expect: (5, True, True)
# expect: 5
# expect: 8
# expect: (5, 8, 1, True, True, False, None, 8)
# expect: KeyError <ContextVar name='w' at ID>
# expect: TypeError a ContextVar key was expected, got 'a'
# expect: 3
# expect: RuntimeError <Token used var=<ContextVar name='v' default=3 at ID> at ID> has already been used once
# expect: ValueError <Token var=<ContextVar name='v' default=3 at ID> at ID> was created by a different ContextVar
# expect: RuntimeError cannot enter context: <_contextvars.Context object at ID> is already entered
# expect: RuntimeError Tokens can only be created by ContextVars
# expect: TypeError context variable name must be a str
# expect: v
# expect: ValueError <Token var=<ContextVar name='v' default=3 at ID> at ID> was created in a different Context
# expect: <Token.MISSING>
# expect: TypeError expected an instance of Token, got 3
# expect: True
# expect: ['A', 'B', 'C', 'D'] [3, 2, 1]
# expect: CycleError ('nodes are in a cycle', [1, 2, 1])
# expect: CycleError ('nodes are in a cycle', [1, 3, 2, 1])
# expect: ValueError cannot prepare() more than once
# expect: ValueError prepare() must be called first
# expect: ValueError Nodes cannot be added after a call to prepare()
# expect: (('b',), True, True)
# expect: ValueError node 'a' was not passed out (still not ready)
# expect: ValueError node 'q' was not added using add()
# expect: (None, ('a',))
# expect: ValueError node 'b' was already marked done
# expect: (None, False)
# expect: * False ['a', 'top.txt', 'x']
# expect: * True ['a', 'top.txt', 'x']
# expect: *.txt False ['top.txt']
# expect: *.txt True ['top.txt']
# expect: a/* False ['a/1.txt', 'a/2.py', 'a/b']
# expect: a/* True ['a/1.txt', 'a/2.py', 'a/b']
# expect: ** False ['a', 'top.txt', 'x']
# expect: ** True ['a', 'a/1.txt', 'a/2.py', 'a/b', 'a/b/3.txt', 'a/b/c', 'a/b/c/4.txt', 'top.txt', 'x', 'x/[q].txt']
# expect: **/*.txt False ['a/1.txt', 'x/[q].txt']
# expect: **/*.txt True ['a/1.txt', 'a/b/3.txt', 'a/b/c/4.txt', 'top.txt', 'x/[q].txt']
# expect: a/** False ['a/1.txt', 'a/2.py', 'a/b']
# expect: a/** True ['a/', 'a/1.txt', 'a/2.py', 'a/b', 'a/b/3.txt', 'a/b/c', 'a/b/c/4.txt']
# expect: a/**/ False ['a/b/']
# expect: a/**/ True ['a/', 'a/b/', 'a/b/c/']
# expect: */ False ['a/', 'x/']
# expect: */ True ['a/', 'x/']
# expect: x/[[]q].txt False ['x/[q].txt']
# expect: x/[[]q].txt True ['x/[q].txt']
# expect: [a-x] False ['a', 'x']
# expect: [a-x] True ['a', 'x']
# expect: ? False ['a', 'x']
# expect: ? True ['a', 'x']
# expect: .* False ['.dot']
# expect: .* True ['.dot']
# expect: a/b/*/../*.txt False ['a/b/c/../3.txt']
# expect: a/b/*/../*.txt True ['a/b/c/../3.txt']
# expect: nope* False []
# expect: nope* True []
# expect:  False []
# expect:  True []
# expect: /tm* False ['/tmp']
# expect: /tm* True ['/tmp']
# expect: ./*.txt False ['./top.txt']
# expect: ./*.txt True ['./top.txt']
# expect: **/b False ['a/b']
# expect: **/b True ['a/b']
# expect: a/1.txt False ['a/1.txt']
# expect: a/1.txt True ['a/1.txt']
# expect: a/zz False []
# expect: a/zz True []
# expect: ['.dot', 'a', 'a/.hid', 'a/.hid/h.txt', 'a/1.txt', 'a/2.py', 'a/b', 'a/b/3.txt', 'a/b/c', 'a/b/c/4.txt', 'top.txt', 'x', 'x/[q].txt'] ['1.txt'] a[[]b][*][?] [b'a', b'top.txt', b'x'] True True
# expect: x/top.txt y.txt z.txt top.txt True
# expect: SameFileError 'top.txt' and 'top.txt' are the same file
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: IsADirectoryError [Errno 21] Is a directory: 'x'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'no/such/'
# expect: a2 ['a2/', 'a2/1.txt', 'a2/2.py', 'a2/b', 'a2/b/3.txt', 'a2/b/c', 'a2/b/c/4.txt'] a3 ['.hid', '2.py']
# expect: FileExistsError [Errno 17] File exists: 'a2'
# expect: a2
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: moved x/y.txt ['[q].txt', 'top.txt', 'y.txt']
# expect: x/top.txt
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope/q'
# expect: Error Cannot move a directory 'a' into itself 'a/b'.
# expect: Error Destination path 'a/1.txt' already exists
# expect: False
# expect: FileNotFoundError [Errno 2] No such file or directory: 'moved'
# expect: NotADirectoryError [Errno 20] Not a directory: 'top.txt'
# expect: lstat zz FileNotFoundError
# expect: /usr/bin/sh None os.terminal_size(columns=80, lines=24) ('total', 'used', 'free')
# expect: True tmp 11
# expect: False
# expect: hi True True pre
# expect: False True
# expect: b'abc' True
# expect: False
# expect: True
# expect: b'abcdefg'
# expect: 0o100600
# expect: TypeError Can't mix bytes and non-bytes in path components.
# expect: tmp b'/tmp'
# expect: True
