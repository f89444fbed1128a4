# help() lays out functions, methods, classes and instances as pydoc does.
# modes: auto
class A:
    """Doc of A."""
    cls_attr = 5
    def m(self, a, b: int = 3, *args, k=None, **kw) -> str:
        """Doc of m.

        Second line."""
    @classmethod
    def cm(cls, y): "cm doc"
    @staticmethod
    def sm(z): pass
    @property
    def p(self): "The p."
    @p.setter
    def p(self, v): pass
    @property
    def q(self): return 1
    __slots__ = ()
class B(A):
    "B doc"
    __slots__ = ('s',)
    def m(self): pass
    def n(self): pass
    n2 = n
    data = {'a': 1}
help(A); help(B); help(A().m); help(B()); help(lambda x: x); help(A.p); help(A.cm); help(B.s); help('zork')
async def co(): pass
help(co)
# expect: Help on class A in module __main__:
# expect:
# expect: class A(builtins.object)
# expect:  |  Doc of A.
# expect:  |  
# expect:  |  Methods defined here:
# expect:  |  
# expect:  |  m(self, a, b: int = 3, *args, k=None, **kw) -> str
# expect:  |      Doc of m.
# expect:  |      
# expect:  |      Second line.
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Class methods defined here:
# expect:  |  
# expect:  |  cm(y) from builtins.type
# expect:  |      cm doc
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Static methods defined here:
# expect:  |  
# expect:  |  sm(z)
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Readonly properties defined here:
# expect:  |  
# expect:  |  q
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Data descriptors defined here:
# expect:  |  
# expect:  |  p
# expect:  |      The p.
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Data and other attributes defined here:
# expect:  |  
# expect:  |  cls_attr = 5
# expect:
# expect: Help on class B in module __main__:
# expect:
# expect: class B(A)
# expect:  |  B doc
# expect:  |  
# expect:  |  Method resolution order:
# expect:  |      B
# expect:  |      A
# expect:  |      builtins.object
# expect:  |  
# expect:  |  Methods defined here:
# expect:  |  
# expect:  |  m(self)
# expect:  |      Doc of m.
# expect:  |      
# expect:  |      Second line.
# expect:  |  
# expect:  |  n(self)
# expect:  |  
# expect:  |  n2 = n(self)
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Data descriptors defined here:
# expect:  |  
# expect:  |  s
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Data and other attributes defined here:
# expect:  |  
# expect:  |  data = {'a': 1}
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Class methods inherited from A:
# expect:  |  
# expect:  |  cm(y) from builtins.type
# expect:  |      cm doc
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Static methods inherited from A:
# expect:  |  
# expect:  |  sm(z)
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Readonly properties inherited from A:
# expect:  |  
# expect:  |  q
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Data descriptors inherited from A:
# expect:  |  
# expect:  |  p
# expect:  |      The p.
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Data and other attributes inherited from A:
# expect:  |  
# expect:  |  cls_attr = 5
# expect:
# expect: Help on method m in module __main__:
# expect:
# expect: m(a, b: int = 3, *args, k=None, **kw) -> str method of __main__.A instance
# expect:     Doc of m.
# expect:     
# expect:     Second line.
# expect:
# expect: Help on B in module __main__ object:
# expect:
# expect: class B(A)
# expect:  |  B doc
# expect:  |  
# expect:  |  Method resolution order:
# expect:  |      B
# expect:  |      A
# expect:  |      builtins.object
# expect:  |  
# expect:  |  Methods defined here:
# expect:  |  
# expect:  |  m(self)
# expect:  |      Doc of m.
# expect:  |      
# expect:  |      Second line.
# expect:  |  
# expect:  |  n(self)
# expect:  |  
# expect:  |  n2 = n(self)
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Data descriptors defined here:
# expect:  |  
# expect:  |  s
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Data and other attributes defined here:
# expect:  |  
# expect:  |  data = {'a': 1}
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Class methods inherited from A:
# expect:  |  
# expect:  |  cm(y) from builtins.type
# expect:  |      cm doc
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Static methods inherited from A:
# expect:  |  
# expect:  |  sm(z)
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Readonly properties inherited from A:
# expect:  |  
# expect:  |  q
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Data descriptors inherited from A:
# expect:  |  
# expect:  |  p
# expect:  |      The p.
# expect:  |  
# expect:  |  ----------------------------------------------------------------------
# expect:  |  Data and other attributes inherited from A:
# expect:  |  
# expect:  |  cls_attr = 5
# expect:
# expect: Help on function <lambda> in module __main__:
# expect:
# expect: <lambda> lambda x
# expect:
# expect: Help on property:
# expect:
# expect:     The p.
# expect:
# expect: Help on method cm in module __main__:
# expect:
# expect: cm(y) method of builtins.type instance
# expect:     cm doc
# expect:
# expect: Help on member descriptor __main__.B.s:
# expect:
# expect: s
# expect:
# expect: No Python documentation found for 'zork'.
# expect: Use help() to get the interactive help utility.
# expect: Use help(str) for help on the str class.
# expect:
# expect: Help on function co in module __main__:
# expect:
# expect: async co()
# expect:
