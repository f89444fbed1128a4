class E:
    def __init__(self, name, equal):
        self.name, self.equal = name, equal
    def __eq__(self, other):
        print('eq', self.name)
        return self.equal
    def __lt__(self, other):
        print('lt', self.name)
        return True
print([E('a', True), E('b', False), E('c', True)] < [1, 2, 3])
print([E('a', True)] == [1, 2])
# expect: eq a
# expect: eq b
# expect: lt b
# expect: True
# expect: False
