class File:
    def write(self, text):
        log.append(text)
    def flush(self):
        log.append('flush')
log = []
print('a', 1, sep=', ', file=File())
print('b', file=File(), flush=True)
print(log)
try:
    print('x', file=5)
except AttributeError as e:
    print(e)
# expect: ['a', ', ', '1', '\n', 'b', '\n', 'flush']
# expect: 'int' object has no attribute 'write'
