# What dies after the streams are gone is not heard of, whether its finalizer works or not.
import sys


class A:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


g = A("global")
items = [A("first"), A("second")]
A.member = A("member of the class")
sys.kept = A("in sys")
