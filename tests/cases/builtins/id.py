a = []
b = a
print(id(a) == id(b), id(a) == id([]), id(None) == id(None), isinstance(id(a), int))
try:
    id()
except TypeError as e:
    print(e)
# expect: True False True True
# expect: id() takes exactly one argument (0 given)
