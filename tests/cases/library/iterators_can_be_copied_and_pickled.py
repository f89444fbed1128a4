# Iterators of itertools say how to make them again, and go on where they were.
# modes: auto
import copy
import itertools as I
import pickle

makers = [
    lambda: I.chain("ab", "cd"), lambda: I.compress("abcd", [1, 0, 1, 1]), lambda: I.islice(I.count(3), 5),
    lambda: I.dropwhile(str.isupper, "ABcDe"), lambda: I.takewhile(str.isupper, "ABcDe"),
    lambda: I.filterfalse(None, [0, 1, "", 2, None]), lambda: I.starmap(pow, [(2, 3), (3, 2), (4, 1)]),
    lambda: I.islice("abcdefgh", 1, 7, 2), lambda: I.repeat("x", 3), lambda: I.accumulate([1, 2, 3, 4]),
    lambda: I.accumulate([1, 2, 3], initial=10), lambda: I.accumulate([1, 2, 5], max),
    lambda: I.product("ab", [1, 2]), lambda: I.product("ab", repeat=2), lambda: I.product(), lambda: I.product("ab", ""),
    lambda: I.permutations("abc", 2), lambda: I.permutations("abc"), lambda: I.permutations("ab", 3),
    lambda: I.combinations("abcd", 2), lambda: I.combinations("ab", 3),
    lambda: I.combinations_with_replacement("abc", 2), lambda: I.zip_longest("abc", [1], fillvalue="-"),
    lambda: I.islice(I.count(2.5, 2), 3), lambda: I.islice(I.cycle("ab"), 5),
]
for make in makers:
    whole = list(make())
    for read in (0, 1, 3):
        it = make()
        rest = list(I.islice(it, read)) and list(copy.deepcopy(it))
        same = [whole[read:] == rest] if read else []
        for protocol in range(6):
            same.append(list(pickle.loads(pickle.dumps(it, protocol))) == whole[read:])
        print(type(it).__name__, read, all(same), list(it) == whole[read:])

for it in (I.count(3), I.count(3.5), I.count(3, 2), I.repeat(3), I.repeat(3, 4), I.product("ab", "c"), I.combinations("ab", 1),
           I.permutations("abc", 2), I.product(), I.combinations_with_replacement("ab", 2)):
    print(it.__reduce__(), next(it), it.__reduce__())
it = I.combinations("ab", 1)
print(list(it), it.__reduce__())
it = I.permutations("ab", 1)
print(list(it), it.__reduce__())
it = I.cycle("abc")
print(next(it), it.__reduce__()[2], [next(it) for _ in range(4)], it.__reduce__()[2])
it = I.cycle([])
it.__setstate__((["x", "y"], 1))
print(next(it), next(it), next(it))
it = I.product("ab", "cd")
it.__setstate__((7, -3))
print(list(it))
it = I.permutations("abc", 2)
it.__setstate__(((2, 1, 9), (9, -1)))
print(it.__reduce__())
for it, state in ((I.chain(), 3), (I.chain(), (1,)), (I.cycle("a"), 3), (I.product("a"), 3), (I.product("a"), (1, 2)),
                  (I.combinations("ab", 1), ()), (I.permutations("ab", 1), 3), (I.groupby("a"), 3)):
    try:
        it.__setstate__(state)
    except Exception as e:
        print(type(it).__name__, type(e).__name__, e)
# expect: chain 0 True True
# expect: chain 1 True True
# expect: chain 3 True True
# expect: compress 0 True True
# expect: compress 1 True True
# expect: compress 3 True True
# expect: islice 0 True True
# expect: islice 1 True True
# expect: islice 3 True True
# expect: dropwhile 0 True True
# expect: dropwhile 1 True True
# expect: dropwhile 3 True True
# expect: takewhile 0 True True
# expect: takewhile 1 True True
# expect: takewhile 3 True True
# expect: filterfalse 0 True True
# expect: filterfalse 1 True True
# expect: filterfalse 3 True True
# expect: starmap 0 True True
# expect: starmap 1 True True
# expect: starmap 3 True True
# expect: islice 0 True True
# expect: islice 1 True True
# expect: islice 3 True True
# expect: repeat 0 True True
# expect: repeat 1 True True
# expect: repeat 3 True True
# expect: accumulate 0 True True
# expect: accumulate 1 True True
# expect: accumulate 3 True True
# expect: accumulate 0 True True
# expect: accumulate 1 True True
# expect: accumulate 3 True True
# expect: accumulate 0 True True
# expect: accumulate 1 True True
# expect: accumulate 3 True True
# expect: product 0 True True
# expect: product 1 True True
# expect: product 3 True True
# expect: product 0 True True
# expect: product 1 True True
# expect: product 3 True True
# expect: product 0 True True
# expect: product 1 True True
# expect: product 3 True True
# expect: product 0 True True
# expect: product 1 True True
# expect: product 3 True True
# expect: permutations 0 True True
# expect: permutations 1 True True
# expect: permutations 3 True True
# expect: permutations 0 True True
# expect: permutations 1 True True
# expect: permutations 3 True True
# expect: permutations 0 True True
# expect: permutations 1 True True
# expect: permutations 3 True True
# expect: combinations 0 True True
# expect: combinations 1 True True
# expect: combinations 3 True True
# expect: combinations 0 True True
# expect: combinations 1 True True
# expect: combinations 3 True True
# expect: combinations_with_replacement 0 True True
# expect: combinations_with_replacement 1 True True
# expect: combinations_with_replacement 3 True True
# expect: zip_longest 0 True True
# expect: zip_longest 1 True True
# expect: zip_longest 3 True True
# expect: islice 0 True True
# expect: islice 1 True True
# expect: islice 3 True True
# expect: islice 0 True True
# expect: islice 1 True True
# expect: islice 3 True True
# expect: (<class 'itertools.count'>, (3,)) 3 (<class 'itertools.count'>, (4,))
# expect: (<class 'itertools.count'>, (3.5, 1)) 3.5 (<class 'itertools.count'>, (4.5, 1))
# expect: (<class 'itertools.count'>, (3, 2)) 3 (<class 'itertools.count'>, (5, 2))
# expect: (<class 'itertools.repeat'>, (3,)) 3 (<class 'itertools.repeat'>, (3,))
# expect: (<class 'itertools.repeat'>, (3, 4)) 3 (<class 'itertools.repeat'>, (3, 3))
# expect: (<class 'itertools.product'>, (('a', 'b'), ('c',))) ('a', 'c') (<class 'itertools.product'>, (('a', 'b'), ('c',)), (0, 0))
# expect: (<class 'itertools.combinations'>, (('a', 'b'), 1)) ('a',) (<class 'itertools.combinations'>, (('a', 'b'), 1), (0,))
# expect: (<class 'itertools.permutations'>, (('a', 'b', 'c'), 2)) ('a', 'b') (<class 'itertools.permutations'>, (('a', 'b', 'c'), 2), ((0, 1, 2), (3, 2)))
# expect: (<class 'itertools.product'>, ()) () (<class 'itertools.product'>, (), ())
# expect: (<class 'itertools.combinations_with_replacement'>, (('a', 'b'), 2)) ('a', 'a') (<class 'itertools.combinations_with_replacement'>, (('a', 'b'), 2), (0, 0))
# expect: [('a',), ('b',)] (<class 'itertools.combinations'>, ((), 1))
# expect: [('a',), ('b',)] (<class 'itertools.permutations'>, ((), 1))
# expect: a (['a', 'b', 'c'], False) ['b', 'c', 'a', 'b'] (['a', 'b', 'c'], True)
# expect: x y x
# expect: [('b', 'd')]
# expect: (<class 'itertools.permutations'>, (('a', 'b', 'c'), 2), ((2, 1, 2), (3, 1)))
# expect: chain TypeError state is not a tuple
# expect: chain TypeError Arguments must be iterators.
# expect: cycle TypeError state is not a tuple
# expect: product ValueError invalid arguments
# expect: product ValueError invalid arguments
# expect: combinations ValueError invalid arguments
# expect: permutations TypeError state is not a tuple
# expect: groupby TypeError state is not a tuple
