# A dict grows at 6, 11 and 22 entries.
import sys

table = {}
print("Empty:", sys.getsizeof(table))
for n in range(1, 25):
    table[n] = n
    print("Size %d: %d bytes" % (n, sys.getsizeof(table)))
