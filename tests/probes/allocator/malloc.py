# PYTHONMALLOC=malloc: no pools, so no blocks are counted.
# env: PYTHONMALLOC=malloc
import sys

before = sys.getallocatedblocks()
items = [[i] for i in range(1000)]
print(before, sys.getallocatedblocks(), len(items))
print(sys.getsizeof([1, 2]), sys.getsizeof(items))
