# An uncaught SystemExit: locals of the frames, then globals.
import sys


class T:
    def __init__(self, name):
        self.name = name

    def __del__(self, print=print):
        print("del", self.name)


def inner():
    x = T("inner")
    sys.exit(0)


def outer():
    y = T("outer")
    inner()


z = T("global")
outer()
