m = memoryview(b"abc")
print(hash(m) == hash(b"abc"))
with m as view:
    print(view is m, view[0])
print(repr(m)[:16], m == m)
for f in (lambda: m[0], lambda: len(m), lambda: m.obj, m.tobytes):
    try:
        f()
    except ValueError as e:
        print(e)
m.release()
# expect: True
# expect: True 97
# expect: <released memory True
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
