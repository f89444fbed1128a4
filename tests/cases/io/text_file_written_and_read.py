from posix import getpid, unlink
path = f"/tmp/case-{getpid()}.txt"
with open(path, "w") as f:
    print(f.write("one\ntwo\nthree"), f.writable(), f.readable(), f.closed)
print(f.closed)
with open(path) as f:
    print(f.readline(), f.read(2), f.readlines())
print([line for line in open(path)])
with open(path, "a") as f:
    print("four", file=f)
print(open(path).read(), open(path, "rb").read())
unlink(path)
# expect: 13 True False False
# expect: True
# expect: one
# expect:  tw ['o\n', 'three']
# expect: ['one\n', 'two\n', 'three']
# expect: one
# expect: two
# expect: threefour
# expect:  b'one\ntwo\nthreefour\n'
