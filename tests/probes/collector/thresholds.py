# What the collector's switches are at first, and what setting them leaves.
import gc

print("threshold", gc.get_threshold())
print("enabled", gc.isenabled(), "debug", gc.get_debug(), "callbacks", gc.callbacks, "garbage", gc.garbage)
print("flags", gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
for given in [(5,), (6, 7), (8, 9, 10), (0,), (-1,), (-1, -2, -3), (True, False)]:
    print("set", given, "returns", gc.set_threshold(*given), "leaves", gc.get_threshold())
for given in [(), (1, 2, 3, 4), ("x",), (1.5,), (1, None), (2**40,)]:
    try:
        print("set", given, gc.set_threshold(*given))
    except Exception as error:
        print("set", given, type(error).__name__)
print("left", gc.get_threshold())
for call in [lambda: gc.collect(3), lambda: gc.collect(-1), lambda: gc.get_objects(3), lambda: len(gc.get_objects(-1)) > 100, lambda: gc.get_objects(-2)]:
    try:
        print("call", call())
    except Exception as error:
        print("call", type(error).__name__, error)
print("disable", gc.disable(), gc.isenabled(), "enable", gc.enable(), gc.isenabled())
gc.set_debug(gc.DEBUG_LEAK)
print("debug", gc.get_debug())
gc.set_debug(0)
print("keyword", gc.collect(generation=0) >= 0, type(gc.get_objects(generation=1)).__name__)
