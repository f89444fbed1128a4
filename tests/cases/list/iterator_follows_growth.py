l = [1, 2]
for x in l:
    if len(l) < 6:
        l.append(x * 10)
print(l)
it = iter(l)
list(it)
l.append(7)
print(list(it))
# expect: [1, 2, 10, 20, 100, 200]
# expect: []
