print(hash(()), hash((1,)), hash((1, 2)), hash((1, (2, 3))), hash((-1, 0, 2 ** 70)))
print(hash((1, 2)) == hash((1.0, 2.0)), hash((None,)) == hash((None,)))
try:
    hash((1, []))
except TypeError as e:
    print(e)
# expect: 5740354900026072187 -6644214454873602895 -3550055125485641917 7267574591690527098 -7833433744572669302
# expect: True True
# expect: unhashable type: 'list'
