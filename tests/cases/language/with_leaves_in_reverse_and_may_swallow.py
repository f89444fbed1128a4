class Manager:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self): print('enter', self.name); return self.name
    def __exit__(self, kind, value, trace): print('exit', self.name, kind and kind.__name__); return self.swallow
def f(n):
    for i in range(n):
        with Manager('a', True) as a, Manager('b') as b:
            if i == 0: continue
            if i == 1: raise KeyError(i)
            if i == 2: break
            return a + b
    with Manager('c') as c:
        return c
print(f(3))
# expect: enter a
# expect: enter b
# expect: exit b None
# expect: exit a None
# expect: enter a
# expect: enter b
# expect: exit b KeyError
# expect: exit a KeyError
# expect: enter a
# expect: enter b
# expect: exit b None
# expect: exit a None
# expect: enter c
# expect: exit c None
# expect: c
