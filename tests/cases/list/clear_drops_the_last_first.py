class Noisy:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print('gone', self.name, len(l))
l = [Noisy(i) for i in range(3)]
l.clear()
print('done')
# expect: gone 2 0
# expect: gone 1 0
# expect: gone 0 0
# expect: done
