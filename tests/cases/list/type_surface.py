print([n for n in dir(list) if not n.startswith('_')])
print(list.append, [].append.__name__, [].append.__qualname__)
print(list[int], list.__class_getitem__(str))
print(list.__doc__ is not None, list.__name__, list.__module__, list.__basicsize__)
# expect: ['append', 'clear', 'copy', 'count', 'extend', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort']
# expect: <method 'append' of 'list' objects> append list.append
# expect: list[int] list[str]
# expect: True list builtins 40
