# What lru_cache makes, and a partial, takes attributes; wraps' attributes arrive there.
import functools
@functools.lru_cache(maxsize=2)
def square(n):
    "Squares."
    return n * n
print([square(n) for n in (1, 2, 1, 3, 2)], square.cache_info(), square.__name__, square.__doc__)
print(square.cache_parameters(), square.__wrapped__(4))
part = functools.partial(max, 3)
part.note = "kept"
print(part(1), part.note, part.__dict__)
del part.note
print(hasattr(part, "note"))
# expect: [1, 4, 1, 9, 4] CacheInfo(hits=1, misses=4, maxsize=2, currsize=2) square Squares.
# expect: {'maxsize': 2, 'typed': False} 16
# expect: 3 kept {'note': 'kept'}
# expect: False
