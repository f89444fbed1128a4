class Len:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n
print(len([1, 2]), len('abc'), len({}), len(Len(5)))
for bad in (1, None, Len(-1), Len('a'), Len(2 ** 70), len):
    try:
        print(len(bad))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
try:
    len()
except TypeError as e:
    print(e)
# expect: 2 3 0 5
# expect: TypeError object of type 'int' has no len()
# expect: TypeError object of type 'NoneType' has no len()
# expect: ValueError __len__() should return >= 0
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: TypeError object of type 'builtin_function_or_method' has no len()
# expect: len() takes exactly one argument (0 given)
