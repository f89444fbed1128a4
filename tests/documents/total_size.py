# Following references to add up sizes.
import sys


def total_size(obj, seen=None):
    seen = set() if seen is None else seen
    if id(obj) in seen:
        return 0
    seen.add(id(obj))
    size = sys.getsizeof(obj)
    if isinstance(obj, dict):
        size += sum(total_size(k, seen) + total_size(v, seen) for k, v in obj.items())
    elif hasattr(obj, "__dict__"):
        size += total_size(obj.__dict__, seen)
    elif hasattr(obj, "__iter__") and not isinstance(obj, (str, bytes)):
        size += sum(total_size(i, seen) for i in obj)
    return size


class Thing:
    def __init__(self):
        self.parts = [1, 2, 3]
        self.name = "thing"


print(total_size([1, [2, 3], {"a": (4, 5)}]), total_size({"x": 1.5}), total_size(Thing()))
# expect: 582 258 685
