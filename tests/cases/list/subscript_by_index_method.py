class Index:
    def __index__(self):
        return 1
l = [1, 2, 3]
print(l[Index()], l[True], l[Index():], l[::Index()])
l[Index()] = 'x'
print(l)
# expect: 2 2 [2, 3] [1, 2, 3]
# expect: [1, 'x', 3]
