from posix import getpid, unlink
path = f"/tmp/case-{getpid()}.txt"
def left_open():
    f = open(path, "w")
    f.write("data of an unclosed file")
    print(repr(open(path).read()))
left_open()
print(repr(open(path).read()))
unlink(path)
# expect: ''
# expect: 'data of an unclosed file'
