# What the first page of a memory chapter prints. Where the page says 80 and 232 it was written under 3.8.
import sys

for thing in (7, "hello", [1, 2, 3], {1: 2}, [], (), {}, True, 2**40, 1.5, "", b"", set(), range(3), None):
    print(repr(thing), sys.getsizeof(thing))
# expect: 7 28
# expect: 'hello' 54
# expect: [1, 2, 3] 88
# expect: {1: 2} 224
# expect: [] 56
# expect: () 40
# expect: {} 64
# expect: True 28
# expect: 1099511627776 32
# expect: 1.5 24
# expect: '' 49
# expect: b'' 33
# expect: set() 216
# expect: range(0, 3) 48
# expect: None 16
