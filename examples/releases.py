"""Three figures that depend on the release: pyglass compare examples/releases.py"""
import sys


class Point:
    def __init__(self, x):
        self.x = x


def count(thing):
    return sys.getrefcount(thing)


point = Point(1)
print("[1, 2, 3]", sys.getsizeof([1, 2, 3]))
print("instance", sys.getsizeof(point))
print("argument", count(point))
