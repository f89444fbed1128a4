class Noisy:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print('gone', self.name)
l = [Noisy(i) for i in range(4)]
l[1:3] = []
print(len(l))
l[:] = []
print(len(l))
# expect: gone 2
# expect: gone 1
# expect: 2
# expect: gone 3
# expect: gone 0
# expect: 0
