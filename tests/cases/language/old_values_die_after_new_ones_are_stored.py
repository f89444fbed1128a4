class Loud:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)
def f():
    a = Loud('first')
    a = print('computing') or Loud('second')
    print('stored')
    a, b = Loud('third'), a
    print('exchanged')
    b = None
    for a in [Loud('item')]: print('looping')
    print('end')
f()
# expect: computing
# expect: del first
# expect: stored
# expect: exchanged
# expect: del second
# expect: del third
# expect: looping
# expect: end
# expect: del item
