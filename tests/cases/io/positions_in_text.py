from posix import getpid, unlink
path = f"/tmp/case-{getpid()}.txt"
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

with open(path, "w") as f:
    f.write("line1 é\nline2 €\nline3\n")
f = open(path)
print([(f.tell(), f.readline()) for _ in range(4)])
print(f.seek(9), f.readline(), f.seek(0, 2), f.read())
t(lambda: f.seek(1, 1))
t(lambda: f.seek(-1, 2))
t(lambda: f.seek(-1))
f.seek(0)
print(next(f))
t(f.tell)
print(list(f), f.tell())
f.close()
with open(path, "w+") as f:
    print(f.write("hello\nworld"), f.seek(0), f.read(3), f.tell(), f.truncate(4), f.seek(0), f.read())
with open(path, "a+") as f:
    print(f.tell(), repr(f.read()), f.write("more"), f.seek(0), f.read())
unlink(path)
# expect: [(0, 'line1 é\n'), (9, 'line2 €\n'), (19, 'line3\n'), (25, '')]
# expect: 9 line2 €
# expect:  25 
# expect: UnsupportedOperation can't do nonzero cur-relative seeks
# expect: UnsupportedOperation can't do nonzero end-relative seeks
# expect: ValueError negative seek position -1
# expect: line1 é
# expect:
# expect: OSError telling position disabled by next() call
# expect: ['line2 €\n', 'line3\n'] 25
# expect: 11 0 hel 3 4 0 hell
# expect: 4 '' 4 0 hellmore
