# A list grows ahead of its items: the page's 88 from 1 on, 120 from 5 on are those of all releases.
import sys

items = []
print("Empty:", sys.getsizeof(items))
for n in range(1, 34):
    items.append(n)
    print("Size %d: %d bytes" % (n, sys.getsizeof(items)))
