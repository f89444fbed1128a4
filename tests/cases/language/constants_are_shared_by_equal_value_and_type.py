def f(): return 1000, 1.5, 'two words', (1, (2, 'x y')), 10 ** 10, -1000, b'ab', 'ab' * 3
def g(): return 1000, 1.5, 'two words', (1, (2, 'x y')), 10 ** 10, -1000, b'ab', 'ababab'
print([a is b for a, b in zip(f(), g())])
print(f()[3][1] is (2, 'x y'), 1.0 is 1, 0.0 is -0.0, True is 1, (1,) is (1.0,), (0.0,) is (-0.0,))
print('x' * 5000 is 'x' * 5000, 2 ** 64 is 2 ** 64, 2 ** 200 is 2 ** 200, (1, [2]) is (1, [2]))
# expect: [True, True, True, True, True, True, True, True]
# expect: True False False False False False
# expect: False True False False
# stderr: tests/cases/language/constants_are_shared_by_equal_value_and_type.py:4: SyntaxWarning: "is" with a literal. Did you mean "=="?
# stderr:   print(f()[3][1] is (2, 'x y'), 1.0 is 1, 0.0 is -0.0, True is 1, (1,) is (1.0,), (0.0,) is (-0.0,))
# stderr: tests/cases/language/constants_are_shared_by_equal_value_and_type.py:4: SyntaxWarning: "is" with a literal. Did you mean "=="?
# stderr:   print(f()[3][1] is (2, 'x y'), 1.0 is 1, 0.0 is -0.0, True is 1, (1,) is (1.0,), (0.0,) is (-0.0,))
# stderr: tests/cases/language/constants_are_shared_by_equal_value_and_type.py:4: SyntaxWarning: "is" with a literal. Did you mean "=="?
# stderr:   print(f()[3][1] is (2, 'x y'), 1.0 is 1, 0.0 is -0.0, True is 1, (1,) is (1.0,), (0.0,) is (-0.0,))
# stderr: tests/cases/language/constants_are_shared_by_equal_value_and_type.py:4: SyntaxWarning: "is" with a literal. Did you mean "=="?
# stderr:   print(f()[3][1] is (2, 'x y'), 1.0 is 1, 0.0 is -0.0, True is 1, (1,) is (1.0,), (0.0,) is (-0.0,))
# stderr: tests/cases/language/constants_are_shared_by_equal_value_and_type.py:4: SyntaxWarning: "is" with a literal. Did you mean "=="?
# stderr:   print(f()[3][1] is (2, 'x y'), 1.0 is 1, 0.0 is -0.0, True is 1, (1,) is (1.0,), (0.0,) is (-0.0,))
# stderr: tests/cases/language/constants_are_shared_by_equal_value_and_type.py:4: SyntaxWarning: "is" with a literal. Did you mean "=="?
# stderr:   print(f()[3][1] is (2, 'x y'), 1.0 is 1, 0.0 is -0.0, True is 1, (1,) is (1.0,), (0.0,) is (-0.0,))
# stderr: tests/cases/language/constants_are_shared_by_equal_value_and_type.py:5: SyntaxWarning: "is" with a literal. Did you mean "=="?
# stderr:   print('x' * 5000 is 'x' * 5000, 2 ** 64 is 2 ** 64, 2 ** 200 is 2 ** 200, (1, [2]) is (1, [2]))
