def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: (str.upper("a"), str.join(",", ["a", "b"])))
tell(lambda: str.upper(1))
tell(lambda: str.upper())
tell(lambda: "a".upper(1))
tell(lambda: "a".foo)
tell(lambda: ("a".upper.__name__, "a".upper.__self__))
# expect: ('A', 'a,b')
# expect: TypeError: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
# expect: TypeError: unbound method str.upper() needs an argument
# expect: TypeError: str.upper() takes no arguments (1 given)
# expect: AttributeError: 'str' object has no attribute 'foo'
# expect: ('upper', 'a')
