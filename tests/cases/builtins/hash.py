print(hash(1), hash(-1), hash(2 ** 61 - 1), hash(1.0), hash(True), hash('') , hash(0.5), hash('abc') == hash('abc'))
class H:
    def __hash__(self):
        return 2 ** 70
class B:
    def __hash__(self):
        return 'x'
class N:
    __hash__ = None
class E:
    def __eq__(self, other):
        return True
print(hash(H()))
for o in (B(), N(), E(), [], {}):
    try:
        hash(o)
    except TypeError as e:
        print(e)
# expect: 1 -2 0 1 1 0 1152921504606846976 True
# expect: 512
# expect: __hash__ method should return an integer
# expect: unhashable type: 'N'
# expect: unhashable type: 'E'
# expect: unhashable type: 'list'
# expect: unhashable type: 'dict'
