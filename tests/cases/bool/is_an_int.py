print(True + True, True * 3, -True, ~True, True / 2, True ** 2)
print(True & False, True | False, True ^ True, True & 1, True | 2)
print(repr(True), str(False), True == 1, hash(True), [10, 20][True])
print(isinstance(True, int), bool.__mro__, bool.__base__)
print(int(True), float(True), "%d %s" % (True, True))
# expect: 2 3 -1 -2 0.5 1
# expect: False True False 1 3
# expect: True False True 1 20
# expect: True (<class 'bool'>, <class 'int'>, <class 'object'>) <class 'int'>
# expect: 1 1.0 1 True
