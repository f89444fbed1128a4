class Sub(str):
    pass
print(type(Sub("a") + "b"), type(str(Sub("a"))), type(Sub("a").strip()), type(Sub("a")[:]), type(Sub("a") * 1), type(Sub("a").upper()))
print(Sub("abc"), repr(Sub("abc")), Sub(5), Sub(b"a", "utf8"), Sub("a") == "a", hash(Sub("a")) == hash("a"), {"a": 1}[Sub("a")])
print("".join([Sub("x")]), type("".join([Sub("x")])), Sub("%s") % 1, "x" in Sub("xy"))
# expect: <class 'str'> <class 'str'> <class 'str'> <class 'str'> <class 'str'> <class 'str'>
# expect: abc 'abc' 5 a True True 1
# expect: x <class 'str'> 1 True
