class Never:
    def __eq__(self, other):
        print('asked for', other)
        return False
n = Never()
l = [n, 1, 2]
l.remove(2)
print(len(l))
l.remove(n)
print(l)
try:
    l.remove(7)
except ValueError as e:
    print(e)
# expect: asked for 2
# expect: 2
# expect: [1]
# expect: list.remove(x): x not in list
