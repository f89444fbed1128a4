l = [3, 1]
list.append(l, 2)
list.sort(l)
print(l, list.__len__(l), list.__getitem__(l, 0))
try:
    list.append((), 1)
except TypeError as e:
    print(e)
try:
    list.append()
except TypeError as e:
    print(e)
# expect: [1, 2, 3] 3 1
# expect: descriptor 'append' for 'list' objects doesn't apply to a 'tuple' object
# expect: unbound method list.append() needs an argument
