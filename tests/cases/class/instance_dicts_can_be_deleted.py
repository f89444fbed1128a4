# The dict of an instance of a Python class can be deleted.
class C: pass
a = C(); a.x = 1; del a.__dict__; print(a.__dict__, hasattr(a, 'x')); a.y = 2; print(a.__dict__)
try: a.__dict__ = 5
except TypeError as e: print(e)
class D(dict): pass
d = D(); d.q = 1; del d.__dict__; print(d.__dict__)
def f(): pass
try: del f.__dict__
except TypeError as e: print(e)
import types
m = types.ModuleType('m')
try: del m.__dict__
except Exception as e: print(type(e), e)
try: del C.__dict__
except Exception as e: print(type(e), e)
class E(Exception): pass
e = E(); e.z = 1; 
try: del e.__dict__; print(e.__dict__)
except Exception as x: print(type(x), x)
try: del ValueError().__dict__
except Exception as x: print(type(x), x)
# expect: {} False
# expect: {'y': 2}
# expect: __dict__ must be set to a dictionary, not a 'int'
# expect: {}
# expect: cannot delete __dict__
# expect: <class 'AttributeError'> readonly attribute
# expect: <class 'AttributeError'> attribute '__dict__' of 'type' objects is not writable
# expect: <class 'TypeError'> cannot delete __dict__
# expect: <class 'TypeError'> cannot delete __dict__
