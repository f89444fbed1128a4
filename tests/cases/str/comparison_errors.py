def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: "a" < 1)
tell(lambda: "a" >= b"a")
tell(lambda: max("a", 1))
# expect: TypeError: '<' not supported between instances of 'str' and 'int'
# expect: TypeError: '>=' not supported between instances of 'str' and 'bytes'
# expect: TypeError: '>' not supported between instances of 'int' and 'str'
