# What may seed a generator, and what may not.
import _random
import random

for seed in (bytearray(b"abc"), b"abc", "abc", 1.5, None, -3, True):
    made = random.Random(seed)
    print(made.random() if seed is not None else 0 <= made.random() < 1)
for seed in ([1], (1, 2)):
    try:
        random.Random(seed)
    except TypeError as error:
        print(error)
for args, keywords in (((1, 2), {}), ((), {"x": 1}), ((bytearray(),), {})):
    try:
        _random.Random(*args, **keywords)
    except TypeError as error:
        print(error)
# expect: 0.7720246314157545
# expect: 0.7720246314157545
# expect: 0.7720246314157545
# expect: 0.551763726942059
# expect: True
# expect: 0.23796462709189137
# expect: 0.13436424411240122
# expect: The only supported seed types are: None,
# expect: int, float, str, bytes, and bytearray.
# expect: The only supported seed types are: None,
# expect: int, float, str, bytes, and bytearray.
# expect: Random() requires 0 or 1 argument
# expect: Random() takes no keyword arguments
# expect: unhashable type: 'bytearray'
