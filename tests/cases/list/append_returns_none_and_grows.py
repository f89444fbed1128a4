l = []
print(l.append(1), l)
for i in range(5):
    l.append(i)
print(l, len(l))
try:
    l.append()
except TypeError as e:
    print(e)
try:
    l.append(1, 2)
except TypeError as e:
    print(e)
# expect: None [1]
# expect: [1, 0, 1, 2, 3, 4] 6
# expect: list.append() takes exactly one argument (0 given)
# expect: list.append() takes exactly one argument (2 given)
