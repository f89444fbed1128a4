print(ascii('aé€\U0001f600\n'), repr('é'), ascii([1, 'ü']), repr(repr('x')))
class R:
    def __repr__(self):
        return 'ü!'
print(ascii(R()), repr(R()))
class Bad:
    def __repr__(self):
        return 5
try:
    repr(Bad())
except TypeError as e:
    print(e)
# expect: 'a\xe9\u20ac\U0001f600\n' 'é' [1, '\xfc'] "'x'"
# expect: \xfc! ü!
# expect: __repr__ returned non-string (type int)
