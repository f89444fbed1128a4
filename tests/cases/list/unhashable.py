for o in ([], [1]):
    try:
        hash(o)
    except TypeError as e:
        print(e)
print(list.__hash__)
# expect: unhashable type: 'list'
# expect: unhashable type: 'list'
# expect: None
