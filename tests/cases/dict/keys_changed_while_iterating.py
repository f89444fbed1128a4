d = {0: 0}
try:
    for i in d:
        del d[0]
        d[0] = 0
        print('round')
except RuntimeError as e:
    print(e)
# expect: round
# expect: dictionary keys changed during iteration
