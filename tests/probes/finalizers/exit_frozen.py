# Frozen cycles at the end of a program.
import gc


class T:
    def __init__(self, name):
        self.name = name

    def __del__(self, print=print):
        print("del", self.name)


a = T("a")
a.me = a
b = T("b")
gc.freeze()
c = T("c")
c.me = c
d = T("d")
print("end")
