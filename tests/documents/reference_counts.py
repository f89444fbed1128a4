# A count follows its names: the chapter's 2 3 4 3 2. And the 4 of another chapter, for a constant of the module: its
# name, the code's constants, the tree that a script keeps while it runs, the argument; 3.12 never counts an
# interned string.
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
text = "wxyz"
print(sys.getrefcount(text))
number = 1000
print(sys.getrefcount(number))
