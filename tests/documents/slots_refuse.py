# What slots refuse.
class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Wide(Point):
    pass


p = Point(1, 2)
for attempt in ("p.__dict__", "p.z", "Point.z"):
    try:
        print(eval(attempt))
    except AttributeError as error:
        print(error)
try:
    p.z = 3
except AttributeError as error:
    print(error)
w = Wide(1, 2)
w.z = 3
print(w.__dict__, Point.x, Point.__slots__)
# expect: 'Point' object has no attribute '__dict__'
# expect: 'Point' object has no attribute 'z'
# expect: type object 'Point' has no attribute 'z'
# expect: 'Point' object has no attribute 'z'
# expect: {'z': 3} <member 'x' of 'Point' objects> ('x', 'y')
