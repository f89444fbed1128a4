class Point:
    def __init__(self, x):
        self.x = x
    def __format__(self, spec):
        return f"<{spec!r} {self.x}>"
    def __getitem__(self, key):
        return (key, type(key).__name__)
p = Point(3)
print("{:abc} {0.x} {0[1]} {0[one]}".replace("{:abc}", "{0:abc}").format(p))
print(format(p), f"{p}", f"{p:5}", "{}".format(p))
class Missing(dict):
    def __missing__(self, key):
        return f"no {key}"
print("{a} {b}".format_map(Missing(a=1)))
# expect: <'abc' 3> 3 (1, 'int') ('one', 'str')
# expect: <'' 3> <'' 3> <'5' 3> <'' 3>
# expect: 1 no b
