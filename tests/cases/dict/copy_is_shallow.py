a = {'l': [1]}
b = a.copy()
b['l'].append(2)
b['n'] = 1
print(a, b, a.copy() is a)
class D(dict):
    pass
print(type(D().copy()))
# expect: {'l': [1, 2]} {'l': [1, 2], 'n': 1} False
# expect: <class 'dict'>
