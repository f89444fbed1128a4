# The sizes on the first page of a memory chapter: 80 for [1, 2, 3] and 232 for {1: 2} is 3.8.
import sys

for thing in (7, 42, "hello", [1, 2, 3], {1: 2}, [], (), {}, True, False, 0, 2**40, 1.5, "", b"", set(), range(3), None, 1):
    print(repr(thing), sys.getsizeof(thing))
grown = []
print("empty", sys.getsizeof(grown))
grown.append(1)
print("one", sys.getsizeof(grown))
