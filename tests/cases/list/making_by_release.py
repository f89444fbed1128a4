import sys
def size(l):
    return (sys.getsizeof(l) - 56) // 8
x = 0
t = (1, 2, 3)
print('literal', size([]), size([x]), size([x, x]), size([x, x, x]))
print('constants', size([1]), size([1, 2]), size([1, 2, 3]), size([1, 2, 3, 4, 5]))
print('list(tuple)', [size(list(tuple(range(n)))) for n in range(10)])
print('list(range)', [size(list(range(n))) for n in range(10)])
print('list(iterator)', [size(list(iter(t[:n]))) for n in range(4)], size(list(iter(range(9)))))
print('list(generator)', [size(list(i for i in range(n))) for n in range(12)])
print('list(set)', [size(list(set(range(n)))) for n in range(10)])
print('list(dict)', [size(list(dict.fromkeys(range(n)))) for n in range(10)])
print('list(str)', [size(list('x' * n)) for n in range(6)])
print('sorted', [size(sorted(range(n))) for n in range(10)])
print('star', [size([*range(n)]) for n in range(10)])
print('comprehension', [size([i for i in range(n)]) for n in range(10)])
# expect: literal 0 1 2 3
# expect[3.8]: constants 1 2 3 5
# expect[3.9]: constants 1 2 8 8
# expect[3.10]: constants 1 2 4 6
# expect[3.11]: constants 1 2 4 6
# expect[3.12]: constants 1 2 4 6
# expect[3.13]: constants 1 2 4 6
# expect[3.8]: list(tuple) [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# expect[3.9]: list(tuple) [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# expect[3.10]: list(tuple) [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.11]: list(tuple) [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.12]: list(tuple) [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.13]: list(tuple) [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.8]: list(range) [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# expect[3.9]: list(range) [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# expect[3.10]: list(range) [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.11]: list(range) [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.12]: list(range) [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.13]: list(range) [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.8]: list(iterator) [0, 4, 5, 6] 16
# expect[3.9]: list(iterator) [0, 4, 8, 8] 12
# expect[3.10]: list(iterator) [0, 2, 2, 4] 10
# expect[3.11]: list(iterator) [0, 2, 2, 4] 10
# expect[3.12]: list(iterator) [0, 2, 2, 4] 10
# expect[3.13]: list(iterator) [0, 2, 2, 4] 10
# expect[3.8]: list(generator) [0, 4, 5, 6, 7, 8, 12, 12, 12, 12, 12, 12]
# expect[3.9]: list(generator) [0, 4, 8, 8, 8, 8, 8, 8, 8, 16, 16, 16]
# expect[3.10]: list(generator) [0, 4, 8, 8, 8, 8, 8, 8, 8, 16, 16, 16]
# expect[3.11]: list(generator) [0, 4, 8, 8, 8, 8, 8, 8, 8, 16, 16, 16]
# expect[3.12]: list(generator) [0, 4, 8, 8, 8, 8, 8, 8, 8, 16, 16, 16]
# expect[3.13]: list(generator) [0, 4, 8, 8, 8, 8, 8, 8, 8, 16, 16, 16]
# expect[3.8]: list(set) [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# expect[3.9]: list(set) [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# expect[3.10]: list(set) [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.11]: list(set) [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.12]: list(set) [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.13]: list(set) [0, 4, 8, 8, 8, 8, 12, 8, 8, 12]
# expect[3.8]: list(dict) [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# expect[3.9]: list(dict) [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# expect[3.10]: list(dict) [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.11]: list(dict) [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.12]: list(dict) [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.13]: list(dict) [0, 4, 8, 8, 8, 8, 12, 8, 8, 12]
# expect[3.8]: list(str) [0, 1, 2, 3, 4, 5]
# expect[3.9]: list(str) [0, 1, 2, 3, 4, 5]
# expect[3.10]: list(str) [0, 2, 2, 4, 4, 6]
# expect[3.11]: list(str) [0, 2, 2, 4, 4, 6]
# expect[3.12]: list(str) [0, 2, 2, 4, 4, 6]
# expect[3.13]: list(str) [0, 2, 2, 4, 4, 6]
# expect[3.8]: sorted [0, 4, 5, 6, 7, 8, 9, 10, 12, 16]
# expect[3.9]: sorted [0, 4, 8, 8, 8, 8, 12, 8, 8, 12]
# expect[3.10]: sorted [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.11]: sorted [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.12]: sorted [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.13]: sorted [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.8]: star [0, 4, 5, 6, 7, 8, 9, 10, 12, 16]
# expect[3.9]: star [0, 4, 8, 8, 8, 8, 12, 8, 8, 12]
# expect[3.10]: star [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.11]: star [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.12]: star [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect[3.13]: star [0, 2, 2, 4, 4, 6, 6, 8, 8, 10]
# expect: comprehension [0, 4, 4, 4, 4, 8, 8, 8, 8, 16]
