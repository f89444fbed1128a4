def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: "abc".index("z"))
tell(lambda: "abc".rindex("z"))
tell(lambda: "abc".find(1))
tell(lambda: "abc".find())
tell(lambda: "abc".find("a", 1, 2, 3))
tell(lambda: "abc".find("a", "b"))
tell(lambda: "abc".count(None))
tell(lambda: 1 in "abc")
# expect: ValueError: substring not found
# expect: ValueError: substring not found
# expect: TypeError: must be str, not int
# expect: TypeError: find() takes at least 1 argument (0 given)
# expect: TypeError: find() takes at most 3 arguments (4 given)
# expect: TypeError: slice indices must be integers or None or have an __index__ method
# expect: TypeError: must be str, not NoneType
# expect: TypeError: 'in <string>' requires string as left operand, not int
