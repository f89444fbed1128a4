"""Two nodes that hold each other: the count never reaches zero, the collector takes them."""

import gc
import sys


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print("goodbye,", self.name)


left, right = Node("left"), Node("right")
print("held by one variable:", sys.getrefcount(left) - 1)

left.other, right.other = right, left
print("held by a variable and a node:", sys.getrefcount(left) - 1)

del left, right
print("deleted both names; nobody said goodbye")
print("collected:", gc.collect())
