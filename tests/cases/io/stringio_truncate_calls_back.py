from _io import StringIO
s = StringIO("abcdef")
class Size:
    def __index__(self):
        print(s.read(2), s.write("X"))
        return 4
print(s.truncate(Size()), s.getvalue())
# expect: ab 1
# expect: 4 abXd
