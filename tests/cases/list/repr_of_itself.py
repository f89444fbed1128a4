l = [1]
l.append(l)
l.append([l, 'x'])
print(l)
d = {'l': l}
l.append(d)
print(l)
print(repr([]), repr([[]]), str(['a', "b'"]))
# expect: [1, [...], [[...], 'x']]
# expect: [1, [...], [[...], 'x'], {'l': [...]}]
# expect: [] [[]] ['a', "b'"]
