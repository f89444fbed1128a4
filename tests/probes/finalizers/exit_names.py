# What finalizers at the end of a program still see.
import sys


class T:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, sorted(name for name in globals() if name in ("T", "early", "late", "row", "sys", "helper")),
              helper(1), sys is not None, len(row) if row else row)


def helper(x):
    return x + 1


early = T("early")
row = [T("in row")]
late = T("late")




import builtins
builtins.from_here = T("builtins")
print("end")
