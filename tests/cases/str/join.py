def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: (",".join(["a", "b"]), ",".join("abc"), ",".join([]), ",".join(x for x in "ab"), "".join(("\u00e9", "\U0001f600")), ",".join({"k": 1})))
tell(lambda: ",".join([1]))
tell(lambda: ",".join(["a", None]))
tell(lambda: ",".join(5))
tell(lambda: ",".join())
# expect: ('a,b', 'a,b,c', '', 'a,b', 'é😀', 'k')
# expect: TypeError: sequence item 0: expected str instance, int found
# expect: TypeError: sequence item 1: expected str instance, NoneType found
# expect: TypeError: can only join an iterable
# expect: TypeError: str.join() takes exactly one argument (0 given)
