# Two animals that know each other: the page's counts 2, 2 and 2, then 3, 2, 1, 1 after the second run.
import gc
import sys


class Serval:
    def __init__(self, cousin=None):
        self.cousin = cousin


class Cat:
    def __init__(self, cousin=None):
        self.cousin = cousin


servy = Serval()
whiky = Cat(servy)
print("one way:", sys.getrefcount(servy), sys.getrefcount(whiky))
servy.cousin = whiky
print("both ways:", sys.getrefcount(servy), sys.getrefcount(whiky))
del servy
print("without servy:", sys.getrefcount(whiky))
whiky.cousin = None
print("without cousin:", sys.getrefcount(whiky))
whiky.cousin = Serval(whiky)
gc.collect()
del whiky
print("collected:", gc.collect())
