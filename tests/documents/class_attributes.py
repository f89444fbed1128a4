# The class lends its attribute until the instance has its own; a slot's name can be taken over by the class.
class Sample:
    name = "one"


s = Sample()
print(s.__dict__, s.name)
Sample.name = "two"
print(s.name)
s.name = "three"
print(s.__dict__, s.name, Sample.name)


class Nature:
    __slots__ = ("tree", "flower")


print([n for n in dir(Nature) if not n.startswith("__")], "__dict__" in dir(Nature))
Nature.tree = "willow"
x, y = Nature(), Nature()
print(x.tree, y.tree, x.__slots__ is y.__slots__)
x.flower = "rose"
print(x.flower, Nature.flower)
Nature.flower = "lily"
print(x.flower, Nature.flower)
# expect: {} one
# expect: two
# expect: {'name': 'three'} three two
# expect: ['flower', 'tree'] False
# expect: willow willow True
# expect: rose <member 'flower' of 'Nature' objects>
# expect: lily lily
