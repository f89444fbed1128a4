print(sorted('the quick brown fox'.split()))
print(sorted(['é', 'z', 'a', '€', 'aa', '', 'ab', '\U0001f600']))
print(sorted([10 ** 30, -5, 10 ** 25, 3, -10 ** 40]))
print(sorted([2.5, float('inf'), -0.0, 0.0, float('-inf')]))
print(sorted([(1, 'b'), (1, 'a'), (0, 'z'), (1,), ()]))
print(sorted([[2], [1, 5], [1]]), sorted([{1, 2}, {1}], key=len))
print(sorted([b'b', b'a']), sorted([True, False]))
print(sorted(['abcdefghij', 'abcdefgh', 'abcdefghi', 'abcdefghib']))
# expect: ['brown', 'fox', 'quick', 'the']
# expect: ['', 'a', 'aa', 'ab', 'z', 'é', '€', '😀']
# expect: [-10000000000000000000000000000000000000000, -5, 3, 10000000000000000000000000, 1000000000000000000000000000000]
# expect: [-inf, -0.0, 0.0, 2.5, inf]
# expect: [(), (0, 'z'), (1,), (1, 'a'), (1, 'b')]
# expect: [[1], [1, 5], [2]] [{1}, {1, 2}]
# expect: [b'a', b'b'] [False, True]
# expect: ['abcdefgh', 'abcdefghi', 'abcdefghib', 'abcdefghij']
