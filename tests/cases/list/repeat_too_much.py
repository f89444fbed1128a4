# A list, a tuple, a text that cannot be: MemoryError, and the program goes on.
for make in (lambda: [0] * 10**15, lambda: (0,) * 10**15, lambda: "a" * 10**15, lambda: [0, 1] * (2**62)):
    try:
        make()
    except MemoryError as error:
        print("MemoryError", error.args)
# expect: MemoryError ()
# expect: MemoryError ()
# expect: MemoryError ()
# expect: MemoryError ()
