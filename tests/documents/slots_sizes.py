# Plain and slotted instances. The page's 232 for the dict of an instance with two attributes is no release's: 3.6 and
# 3.7 print 112, 3.8 to 3.10 104, later ones 296 for the first instance. Its sums (288 and 88) are no figures of
# CPython: a dict of that size belongs to nobody else's keys, and a slot takes 8 bytes.
import sys


class Plain:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


plain, slotted = Plain(1, 2), Slotted(1, 2)
print(plain.__dict__, sys.getsizeof(plain.__dict__))
print(sys.getsizeof(plain), sys.getsizeof(slotted))
try:
    slotted.__dict__
except AttributeError as error:
    print(error)
