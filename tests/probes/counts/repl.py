# repl: yes
import sys
a = 257
b = 257
a is b
a = 257; b = 257; a is b
a, b = 257, 257
a is b
a = 256
b = 256
a is b
s = 'hello world'
t = 'hello world'
s is t
s = 'hello'; t = 'hello'
s is t
x = 1.5; y = 1.5
x is y
x = 1.5
y = 1.5
x is y
t = (1, 2)
u = (1, 2)
t is u
() is ()
sys.getrefcount(257)
sys.getrefcount('a text with blanks')
def f(): return sys.getrefcount(98765)

f()
def g():
    x = 98765
    return sys.getrefcount(x)

g()
class Thing: pass

thing = Thing()
sys.getrefcount(thing)
thing is _
[thing] and sys.getrefcount(thing)
thing.x = 5
thing.__class__ is Thing
n = 123456
sys.getrefcount(n)
m = n
sys.getrefcount(n)
[n, n, n] is None
sys.getrefcount(n)
'a' * 20 is 'a' * 20
p = 'a' * 20
q = 'a' * 20
p is q
class Loud:
    def __del__(self): print('gone')

loud = Loud()
del loud
loud = Loud()
loud and 1
[loud] and None
loud = None
