# inspect.getcallargs: what was given, then what is gathered, then defaults.
import inspect
def a(x,y=1,*z,k,l=2,**m): pass
def b(x,y=1,/,z=3): pass
print(inspect.getcallargs(a,1,k=2),inspect.getcallargs(a,1,2,3,k=5,q=7),inspect.getcallargs(b,5),inspect.getcallargs(a,k=1,x=2,l=5))
# expect: {'x': 1, 'z': (), 'm': {}, 'k': 2, 'y': 1, 'l': 2} {'x': 1, 'y': 2, 'z': (3,), 'm': {'q': 7}, 'k': 5, 'l': 2} {'x': 5, 'y': 1, 'z': 3} {'z': (), 'm': {}, 'k': 1, 'x': 2, 'l': 5, 'y': 1}
