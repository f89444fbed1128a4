print((1,) + (2,), (1, 2) * 2, 2 * (1,), (1,) * 0, (1,) * -3)
print((1, 2) < (1, 3), (1,) < (1, 0), (1, 2) == (1, 2), (1,) == [1], () == ())
for bad in ('(1,) + [2]', '(1,) * "a"', '(1,) < [1]', '(1, "a") < (1, 2)'):
    try:
        eval(bad)
    except TypeError as e:
        print(e)
# expect: (1, 2) (1, 2, 1, 2) (1, 1) () ()
# expect: True True True False True
# expect: can only concatenate tuple (not "list") to tuple
# expect: can't multiply sequence by non-int of type 'str'
# expect: '<' not supported between instances of 'tuple' and 'list'
# expect: '<' not supported between instances of 'str' and 'int'
