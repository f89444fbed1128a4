l = [1, 2, 3, 4]
for x in l:
    print(x, end=' ')
    l.remove(x)
print(l)
# expect: 1 3 [2, 4]
