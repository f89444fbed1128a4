# A count follows its names: the chapter's 2 3 4 3 2.
import sys

box = []
print(sys.getrefcount(box))
second = box
print(sys.getrefcount(box))
third = box
print(sys.getrefcount(box))
del second
print(sys.getrefcount(box))
del third
print(sys.getrefcount(box))
# expect: 2
# expect: 3
# expect: 4
# expect: 3
# expect: 2
