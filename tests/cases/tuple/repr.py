print((), (1,), (1, 2), ((),), ('a', "b'c"))
l = []
t = (l, 1)
l.append(t)
print(t, l)
# expect: () (1,) (1, 2) ((),) ('a', "b'c")
# expect: ([(...)], 1) [([...], 1)]
