try:
    1 << 10**12
except MemoryError as e:
    print("MemoryError", e)
# expect: MemoryError 
