# With the collector off, cycles still end with the program.
import gc


class T:
    def __init__(self, name):
        self.name = name

    def __del__(self, print=print):
        print("del", self.name)


gc.disable()
gc.callbacks.append(lambda phase, info: print(phase, info["generation"]))
gc.collect(0)
a = T("a")
a.me = a
lost = T("lost")
lost.me = lost
del lost
frozen = T("frozen")
frozen.me = frozen
b = T("b")
print("end")
